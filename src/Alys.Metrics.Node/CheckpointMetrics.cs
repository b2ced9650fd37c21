namespace Alys.Metrics.Node;

/// <summary>Points that the node can go back to.</summary>
/// <remarks><b>Threads:</b> any.</remarks>
public sealed class CheckpointMetrics
{
    private readonly Gauge _height;
    private readonly EnumFamily<Counter, CheckpointOperation, CallStatus> _operations;
    private readonly EnumFamily<Histogram, CheckpointOperation> _duration;

    /// <summary>Makes the metrics.</summary>
    public CheckpointMetrics(MetricRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        _height = registry.Gauge("alys_checkpoint_height", "Height of the newest checkpoint.");
        _operations = registry.CounterFamily<CheckpointOperation, CallStatus>(
            "alys_checkpoints_total", "Checkpoints made and gone back to, by the result.", "operation", "status");
        _duration = registry.HistogramFamily<CheckpointOperation>(
            "alys_checkpoint_duration_seconds", "Time to make a checkpoint, or to go back to one.", "operation",
            HistogramBounds.Of(0.01, 0.05, 0.1, 0.5, 1, 5, 10, 60, 300));
    }

    /// <summary>A checkpoint was made or gone back to, or was to be.</summary>
    /// <param name="operation">What was done.</param>
    /// <param name="status">Whether it was.</param>
    /// <param name="height">The checkpoint's height.</param>
    /// <param name="duration">How long it took.</param>
    public void Done(CheckpointOperation operation, CallStatus status, long height, TimeSpan duration)
    {
        _operations[operation, status].Increment();
        if (status != CallStatus.Success) return;
        _duration[operation].Observe(duration);
        _height.Set(height);
    }
}
