namespace Alys.Metrics.Node;

/// <summary>The node's peers.</summary>
/// <remarks><b>Threads:</b> any.</remarks>
public sealed class PeerMetrics
{
    private readonly Gauge _connected;

    /// <summary>Makes the metrics.</summary>
    public PeerMetrics(MetricRegistry registry, Presence presence = Presence.FromTheStart)
    {
        ArgumentNullException.ThrowIfNull(registry);
        _connected = registry.Gauge(
            "alys_peer_count", "Number of connected peers.", presence == Presence.FromTheStart ? 0 : null);
    }

    /// <summary>Says how many peers are connected.</summary>
    public void Report(long connected) => _connected.Set(connected);

    /// <summary>Takes the gauge out of the exposition until the next report.</summary>
    public void Forget() => _connected.Clear();
}
