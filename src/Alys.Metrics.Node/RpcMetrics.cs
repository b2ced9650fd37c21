namespace Alys.Metrics.Node;

/// <summary>The node's own JSON-RPC server.</summary>
/// <remarks><b>Threads:</b> any.</remarks>
public sealed class RpcMetrics
{
    private static readonly string[] Methods = [.. LabelValue.All<RpcMethod>()];

    private readonly EnumFamily<Counter, RpcMethod, RpcStatus> _requests;
    private readonly EnumFamily<Histogram, RpcMethod> _duration;

    /// <summary>Makes the metrics.</summary>
    public RpcMetrics(MetricRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        _requests = registry.CounterFamily<RpcMethod, RpcStatus>(
            "alys_rpc_requests_total", "Requests to the node's JSON-RPC, by method and answer.", "method", "status");
        _duration = registry.HistogramFamily<RpcMethod>(
            "alys_rpc_request_duration_seconds", "Time to answer a request. Goal: 99 % within 0.5 s.", "method",
            HistogramBounds.Of(0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10));
    }

    /// <summary>The method of a name in a request; a name that is none of ours is <see cref="RpcMethod.Other"/>, so
    /// that no caller can make series.</summary>
    public static RpcMethod MethodOf(string? name)
    {
        int index = Array.IndexOf(Methods, name);
        return index < 0 ? RpcMethod.Other : (RpcMethod)index;
    }

    /// <summary>A request was answered.</summary>
    public void Answered(RpcMethod method, RpcStatus status, TimeSpan duration)
    {
        _requests[method, status].Increment();
        _duration[method].Observe(duration);
    }
}
