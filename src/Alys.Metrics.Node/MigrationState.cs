namespace Alys.Metrics.Node;

/// <summary>Where a migration is: what is kept over a restart.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="ProgressPercent">How far it is, from 0 to 100.</param>
/// <param name="Mode">How much of v2 is at work.</param>
/// <param name="PhaseStarted">When the phase was entered.</param>
/// <param name="PhaseDurations">How long the phases took that were left, by their label.</param>
public sealed record MigrationState(
    MigrationPhase Phase,
    double ProgressPercent,
    MigrationMode Mode,
    DateTimeOffset PhaseStarted,
    IReadOnlyDictionary<string, TimeSpan> PhaseDurations);
