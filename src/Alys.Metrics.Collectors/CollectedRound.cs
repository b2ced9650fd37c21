namespace Alys.Metrics.Collectors;

/// <summary>What a read came back with: how to report it, and the optional parts that were missing or
/// malformed.</summary>
/// <param name="Report">Writes the reading to the metrics. The loop runs it at most once, on its own thread, and only
/// when the read ended in time. Must not block.</param>
public sealed record CollectedRound(Action Report)
{
    /// <summary>Optional parts that could not be read. Each is counted in <c>alys_collector_failures_total</c> under
    /// its reason, every round, and logged when it first appears; the round still succeeds. Default: none.</summary>
    public IReadOnlyList<PartialFailure> PartialFailures { get; init; } = [];
}
