namespace Alys.Metrics.Node;

/// <summary>
/// Everything a node reports about itself, for a node that has the library inside. Whatever is closed exists at 0 from
/// the first scrape. A monitor beside a node makes only the parts that it can see.
/// </summary>
/// <remarks><b>Threads:</b> any.</remarks>
public sealed class NodeMetrics
{
    /// <summary>Makes all metrics in a registry.</summary>
    /// <exception cref="ArgumentException">They are there already, or the registry has no room.</exception>
    public NodeMetrics(MetricRegistry registry, TimeProvider clock)
    {
        Migration = new MigrationMetrics(registry);
        Actors = new ActorMetrics(registry);
        Sync = new SyncMetrics(registry, clock);
        Chain = new ChainMetrics(registry, clock);
        Blocks = new BlockMetrics(registry);
        TxPool = new TxPoolMetrics(registry);
        TxFlow = new TxFlowMetrics(registry);
        Peers = new PeerMetrics(registry);
    }

    /// <summary>The migration from v1 to v2.</summary>
    public MigrationMetrics Migration { get; }

    /// <summary>The actors.</summary>
    public ActorMetrics Actors { get; }

    /// <summary>The sync.</summary>
    public SyncMetrics Sync { get; }

    /// <summary>The chain's blocks.</summary>
    public ChainMetrics Chain { get; }

    /// <summary>The node's work on blocks.</summary>
    public BlockMetrics Blocks { get; }

    /// <summary>The transaction pool.</summary>
    public TxPoolMetrics TxPool { get; }

    /// <summary>What goes through the transaction pool.</summary>
    public TxFlowMetrics TxFlow { get; }

    /// <summary>The peers.</summary>
    public PeerMetrics Peers { get; }
}
