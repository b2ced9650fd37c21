namespace Alys.Metrics.Node;

/// <summary>The engine API: the consensus has the execution client build and run blocks.</summary>
/// <remarks><b>Threads:</b> any.</remarks>
public sealed class EngineMetrics
{
    private readonly EnumFamily<Counter, CallStatus, EngineError> _built;
    private readonly EnumFamily<Counter, CallStatus> _committed;
    private readonly EnumFamily<Histogram, EngineMethod> _duration;
    private readonly EnumFamily<Counter, EngineMethod, CallStatus> _requests;
    private readonly Gauge _height;

    /// <summary>Makes the metrics.</summary>
    public EngineMetrics(MetricRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        _built = registry.CounterFamily<CallStatus, EngineError>(
            "alys_engine_build_block_calls_total", "Blocks that the execution client was to build, by the result.",
            "status", "reason");
        _committed = registry.CounterFamily<CallStatus>(
            "alys_engine_commit_block_calls_total", "Blocks that the execution client was to run, by the result.",
            "status");
        _requests = registry.CounterFamily<EngineMethod, CallStatus>(
            "alys_engine_requests_total", "Calls of the engine API, by method and result.", "method", "status");
        _duration = registry.HistogramFamily<EngineMethod>(
            "alys_engine_request_duration_seconds", "Time of a call of the engine API.", "method",
            HistogramBounds.Of(0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 8));
        _height = registry.Gauge("alys_engine_execution_height", "Height of the execution client's head.");
    }

    /// <summary>A call of the engine API returned.</summary>
    public void Called(EngineMethod method, CallStatus status, TimeSpan duration)
    {
        _requests[method, status].Increment();
        _duration[method].Observe(duration);
    }

    /// <summary>A block was built.</summary>
    public void Built() => _built[CallStatus.Success, EngineError.None].Increment();

    /// <summary>A block was not built.</summary>
    public void BuildFailed(EngineError reason) => _built[CallStatus.Failure, reason].Increment();

    /// <summary>A block was run and is the execution client's head, or was not.</summary>
    /// <param name="status">Whether it was.</param>
    /// <param name="height">Its height.</param>
    public void Committed(CallStatus status, long height)
    {
        _committed[status].Increment();
        if (status == CallStatus.Success) _height.Set(height);
    }
}
