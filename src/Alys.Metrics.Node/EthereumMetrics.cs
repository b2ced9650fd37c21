namespace Alys.Metrics.Node;

/// <summary>What tools for Ethereum nodes look for. Source: EIP-2159, "Common Prometheus Metrics Names for
/// Clients".</summary>
/// <remarks><b>Threads:</b> any.</remarks>
public sealed class EthereumMetrics
{
    private readonly Gauge _height;
    private readonly Gauge _best;
    private readonly Gauge _peers;
    private readonly Gauge _peersLimit;

    /// <summary>Makes the metrics.</summary>
    public EthereumMetrics(MetricRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        _height = registry.Gauge("ethereum_blockchain_height", "Height of the canonical chain.");
        _best = registry.Gauge("ethereum_best_known_block_number", "Height of the best block that is known of.");
        _peers = registry.Gauge("ethereum_p2p_peers", "Number of connected peers.");
        _peersLimit = registry.Gauge("ethereum_p2p_peers_limit", "The most peers that are connected at once.");
    }

    /// <summary>Says where the chain is.</summary>
    /// <param name="height">Of the canonical chain.</param>
    /// <param name="bestKnown">Of the best block known of; never shown below <paramref name="height"/>.</param>
    public void ReportChain(long height, long bestKnown)
    {
        _height.Set(height);
        _best.Set(Math.Max(height, bestKnown));
    }

    /// <summary>Says how many peers there are and may be.</summary>
    public void ReportPeers(int connected, int limit)
    {
        _peers.Set(connected);
        _peersLimit.Set(limit);
    }
}
