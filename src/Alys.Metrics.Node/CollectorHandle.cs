namespace Alys.Metrics.Node;

/// <summary>The metrics of one collector.</summary>
/// <remarks><b>Threads:</b> any.</remarks>
public sealed class CollectorHandle
{
    private readonly Gauge _up;
    private readonly Gauge _lastSuccess;
    private readonly Histogram _duration;
    private readonly Counter[] _failures;

    internal CollectorHandle(CollectorMetrics metrics, string collector)
    {
        _up = metrics.Up.WithLabels(collector);
        _up.Set(0);
        _lastSuccess = metrics.LastSuccess.WithLabels(collector);
        _duration = metrics.Duration.WithLabels(collector);
        _failures =
            [.. LabelValue.All<CollectorFailure>().Select(reason => metrics.Failures.WithLabels(collector, reason))];
    }

    /// <summary>A round succeeded.</summary>
    public void Succeeded(TimeSpan duration, DateTimeOffset at)
    {
        _duration.Observe(duration);
        _lastSuccess.Set(at.ToUnixTimeMilliseconds() / 1000.0);
        _up.Set(1);
    }

    /// <summary>A round failed.</summary>
    public void Failed(TimeSpan duration, CollectorFailure reason)
    {
        _duration.Observe(duration);
        _up.Set(0);
        PartlyFailed(reason);
    }

    /// <summary>A part of a round failed that the rest can do without.</summary>
    public void PartlyFailed(CollectorFailure reason) => _failures[(int)reason].Increment();
}
