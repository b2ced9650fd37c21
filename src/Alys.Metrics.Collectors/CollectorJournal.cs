using Alys.Metrics.Node;
using Microsoft.Extensions.Logging;

namespace Alys.Metrics.Collectors;

/// <summary>Logs how a collector fares: one line for a change, none for a round that is like the one before.</summary>
internal sealed class CollectorJournal(string collector, ILogger logger)
{
    /// <summary>Why the last round failed; null when it did not.</summary>
    private CollectorFailure? _failing;

    /// <summary>What was missing from the last round that succeeded.</summary>
    private IReadOnlyList<PartialFailure> _missing = [];

    public void Succeeded(int failuresBefore, IReadOnlyList<PartialFailure> missing)
    {
        if (_failing is not null)
        {
            logger.LogInformation(
                "Collector {Collector} works again; failed rounds before: {Failures}.", collector, failuresBefore);
        }

        foreach (PartialFailure failure in missing.Except(_missing))
            logger.LogWarning("Collector {Collector} reads only a part: {Problem}", collector, failure.Message);
        if (missing.Count == 0 && _missing.Count > 0)
            logger.LogInformation("Collector {Collector} reads everything again.", collector);
        _failing = null;
        _missing = missing;
    }

    public void Failed(CollectorException failure)
    {
        if (_failing == failure.Reason) return;
        _failing = failure.Reason;
        logger.LogWarning("Collector {Collector} fails: {Problem}", collector, failure.Message);
        LogCause(failure);
    }

    public void CouldNotForget(CollectorException failure)
    {
        logger.LogWarning(
            "Collector {Collector} could not take back its gauges, which may be stale: {Problem}",
            collector,
            failure.Message);
        LogCause(failure);
    }

    /// <summary>A stack trace is for whoever mends the collector, not for whoever runs the node.</summary>
    private void LogCause(CollectorException failure)
    {
        if (failure.Reason == CollectorFailure.Internal)
            logger.LogDebug(failure, "Where collector {Collector} failed:", collector);
    }
}
