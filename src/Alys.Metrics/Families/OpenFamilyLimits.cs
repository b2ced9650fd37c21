namespace Alys.Metrics.Families;

/// <summary>The limits of one open family.</summary>
/// <param name="Children">The most children, <c>other</c> not counted.</param>
/// <param name="ValueLength">The longest label value in UTF-16 units.</param>
/// <param name="TimeToLive">How long a child stays that nobody writes to; null: for ever.</param>
internal readonly record struct OpenFamilyLimits(int Children, int ValueLength, TimeSpan? TimeToLive);
