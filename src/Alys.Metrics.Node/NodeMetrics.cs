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
        Migration = new MigrationMetrics(registry, clock);
        Actors = new ActorMetrics(registry);
        Sync = new SyncMetrics(registry, clock);
        Chain = new ChainMetrics(registry, clock);
        Blocks = new BlockMetrics(registry);
        BlockImport = new BlockImportMetrics(registry);
        Checkpoints = new CheckpointMetrics(registry);
        Slots = new SlotMetrics(registry);
        Aura = new AuraMetrics(registry);
        Mining = new MiningMetrics(registry, clock);
        Engine = new EngineMetrics(registry);
        TxPool = new TxPoolMetrics(registry);
        TxFlow = new TxFlowMetrics(registry);
        Peers = new PeerMetrics(registry);
        PeerConnections = new PeerConnectionMetrics(registry, Peers);
        Gossip = new GossipMetrics(registry);
        Rpc = new RpcMetrics(registry);
        Bridge = new BridgeMetrics(registry, clock);
        Pegins = new PeginMetrics(registry, clock);
        Pegouts = new PegoutMetrics(registry, clock);
        Federation = new FederationMetrics(registry);
        Governance = new GovernanceMetrics(registry);
        Ethereum = new EthereumMetrics(registry);
        Shutdown = new ShutdownMetrics(registry);
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

    /// <summary>Blocks that come in, and how far they are final.</summary>
    public BlockImportMetrics BlockImport { get; }

    /// <summary>Points to go back to.</summary>
    public CheckpointMetrics Checkpoints { get; }

    /// <summary>The node's own slots.</summary>
    public SlotMetrics Slots { get; }

    /// <summary>The consensus.</summary>
    public AuraMetrics Aura { get; }

    /// <summary>Merged mining.</summary>
    public MiningMetrics Mining { get; }

    /// <summary>The engine API.</summary>
    public EngineMetrics Engine { get; }

    /// <summary>The transaction pool.</summary>
    public TxPoolMetrics TxPool { get; }

    /// <summary>What goes through the transaction pool.</summary>
    public TxFlowMetrics TxFlow { get; }

    /// <summary>How many peers there are.</summary>
    public PeerMetrics Peers { get; }

    /// <summary>Who the peers are.</summary>
    public PeerConnectionMetrics PeerConnections { get; }

    /// <summary>What the nodes tell each other.</summary>
    public GossipMetrics Gossip { get; }

    /// <summary>The node's JSON-RPC server.</summary>
    public RpcMetrics Rpc { get; }

    /// <summary>What the bridge holds and owes.</summary>
    public BridgeMetrics Bridge { get; }

    /// <summary>Bitcoins on their way in.</summary>
    public PeginMetrics Pegins { get; }

    /// <summary>Bitcoins on their way out.</summary>
    public PegoutMetrics Pegouts { get; }

    /// <summary>Those who hold the bitcoins.</summary>
    public FederationMetrics Federation { get; }

    /// <summary>The stream to governance.</summary>
    public GovernanceMetrics Governance { get; }

    /// <summary>The names that tools for Ethereum nodes look for.</summary>
    public EthereumMetrics Ethereum { get; }

    /// <summary>How the last run ended.</summary>
    public ShutdownMetrics Shutdown { get; }
}
