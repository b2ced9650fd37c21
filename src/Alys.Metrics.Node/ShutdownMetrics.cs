namespace Alys.Metrics.Node;

/// <summary>Whether the node's last run ended as it should.</summary>
/// <remarks><b>Threads:</b> any.</remarks>
public sealed class ShutdownMetrics
{
    private readonly Gauge _unclean;

    /// <summary>Makes the metric, at 0: nothing is known to be wrong.</summary>
    public ShutdownMetrics(MetricRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        _unclean = registry.Gauge(
            "alys_node_last_shutdown_unclean", "1 when the run before this one ended by a crash or a kill, else 0.");
    }

    /// <summary>Says how the run before this one ended; call it once, at the start.</summary>
    public void ReportLast(bool unclean) => _unclean.Set(unclean ? 1 : 0);
}
