namespace Alys.Metrics.Collectors;

/// <summary>How a collector is doing, as <c>/ready</c> tells it. A snapshot that never changes.</summary>
/// <param name="Name">The collector's name, as in the <c>collector</c> label.</param>
/// <param name="EverSucceeded">Whether a round has succeeded since the loop began.</param>
/// <param name="ConsecutiveFailures">Failed rounds since the last that succeeded; 0 while all is well.</param>
/// <param name="LastError">The sentence of the last failed round; null while all is well.</param>
/// <param name="LastSuccess">When a round last succeeded; null before the first.</param>
public sealed record CollectorStatus(
    string Name, bool EverSucceeded, int ConsecutiveFailures, string? LastError, DateTimeOffset? LastSuccess);
