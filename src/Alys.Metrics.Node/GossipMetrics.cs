namespace Alys.Metrics.Node;

/// <summary>What the nodes tell each other.</summary>
/// <remarks><b>Threads:</b> any. <b>Cost:</b> one increment.</remarks>
public sealed class GossipMetrics
{
    private readonly EnumFamily<Counter, GossipMessage, GossipStatus> _messages;
    private readonly Counter _discovered;
    private readonly Gauge _discoveredPeers;

    /// <summary>Makes the metrics.</summary>
    public GossipMetrics(MetricRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        _messages = registry.InheritedCounterFamily<GossipMessage, GossipStatus>(
            "alys_chain_network_gossip_totals", "Gossip messages, by kind and what became of them.", "message_type",
            "status");
        _discoveredPeers = registry.Gauge("alys_chain_discovered_peers", "Peers that discovery knows of.");
        _discovered = registry.Counter(
            "alys_network_discoveries_total", "Peers that discovery found for the first time.");
    }

    /// <summary>A message came in, went out or was rejected. What comes in counts as received as a whole too.</summary>
    public void Message(GossipMessage message, GossipStatus status)
    {
        if (status == GossipStatus.Received) _messages[GossipMessage.MsgReceived, GossipStatus.Received].Increment();
        if (message != GossipMessage.MsgReceived) _messages[message, status].Increment();
    }

    /// <summary>Discovery found a peer.</summary>
    /// <param name="known">How many it knows of now.</param>
    public void Discovered(int known)
    {
        _discovered.Increment();
        _discoveredPeers.Set(known);
    }
}
