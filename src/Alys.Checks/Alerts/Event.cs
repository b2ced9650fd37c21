namespace Alys.Checks.Alerts;

/// <summary>Something that happened, as an expression sees it.</summary>
/// <param name="Window">How long the expression remembers it.</param>
/// <param name="Least">What a single one makes of the expression's value; 0 when it is more than 0 and not known.
/// </param>
/// <param name="IsRate">Whether it is seen as a speed, which may be meant to last.</param>
internal readonly record struct Event(TimeSpan Window, double Least, bool IsRate);
