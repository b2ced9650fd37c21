using Alys.DevNode.Bridge;
using Alys.DevNode.Chain;
using Alys.DevNode.Faults;
using Alys.DevNode.Peers;
using Alys.DevNode.Source;
using Alys.Metrics.Collectors.Peers;
using Alys.Metrics.Node;

namespace Alys.DevNode.Hosting;

/// <summary>What the parts of a node share.</summary>
internal sealed class NodeServices
{
    /// <summary>Blocks between two checkpoints.</summary>
    public const int CheckpointBlocks = 100;

    public required NodeOptions Options { get; init; }

    public required ChainParameters Parameters { get; init; }

    public required TimeProvider Clock { get; init; }

    public required FaultBoard Faults { get; init; }

    public required NodeState State { get; init; }

    public required Keys Keys { get; init; }

    public required IChainSource Source { get; init; }

    public required BlockStore Store { get; init; }

    public required Checkpoints Checkpoints { get; init; }

    public required Execution Execution { get; init; }

    public required BitcoinNetwork Bitcoin { get; init; }

    public required Federation Federation { get; init; }

    public required PeerDirectory Peers { get; init; }

    public BridgeBook Bridge { get; } = new();

    public ActorRefs Actors { get; } = new();

    /// <summary>Where addresses are.</summary>
    public required PeerLocator Locator { get; init; }

    /// <summary>Null: nothing is measured.</summary>
    public NodeMetrics? Metrics { get; init; }

    /// <summary>The simulated chain; null: the network is another one.</summary>
    public SimulatedChain? Simulated => Source as SimulatedChain;
}
