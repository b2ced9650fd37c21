namespace Alys.Monitor.Drills;

/// <summary>Something that is let go wrong, and the alerts that must come of it and go with it.</summary>
/// <param name="Trouble">What goes wrong.</param>
/// <param name="Alerts">What must come.</param>
internal sealed record Drill(Trouble Trouble, params IReadOnlyList<ExpectedAlert> Alerts);
