using Alys.DevNode.Bridge;
using Alys.DevNode.Chain;
using Alys.DevNode.Faults;
using Alys.DevNode.Peers;
using Alys.DevNode.Source;
using Alys.Metrics.Collectors.Peers;
using Alys.Metrics.Node;

namespace Alys.DevNode.Hosting;

/// <summary>Puts the parts of a node together.</summary>
internal static class NodeParts
{
    private const int PoolCapacity = 5_000;

    public static NodeServices Make(
        NodeOptions options, ChainParameters parameters, FaultBoard faults, TimeProvider clock, NodeMetrics? metrics)
    {
        var keys = new Keys(options.Seed);
        var store = new BlockStore(BlocksIn(options.DataDirectory));
        var checkpoints = new Checkpoints(Path.Combine(options.DataDirectory, "checkpoints"));
        // The network has the right time, whatever this node's clock says.
        IChainSource source = options.Follow is { } url ? new EvmChain(new HttpClient(), url, keys)
            : options.BlocksFrom is { } folder ? new KeptChain(new BlockStore(BlocksIn(folder), isReadOnly: true))
            : new SimulatedChain(parameters, keys, faults.Clock);
        return new NodeServices
        {
            Options = options,
            Parameters = parameters,
            Clock = clock,
            Faults = faults,
            // Step by step: nothing before the first one is asked for.
            State = new NodeState(faults) { Limit = options.Steps ? -1 : long.MaxValue },
            Keys = keys,
            Source = source,
            Store = store,
            Checkpoints = checkpoints,
            Execution = new Execution(keys, store, checkpoints, PoolCapacity),
            Bitcoin = new BitcoinNetwork(parameters, faults),
            Federation = new Federation(faults),
            Peers = new PeerDirectory(options.Seed),
            Locator = options.Countries is { } countries ? Open(countries) : PeerLocator.None,
            Metrics = metrics,
        };
    }

    private static string BlocksIn(string dataDirectory) => Path.Combine(dataDirectory, "blocks");

    private static PeerLocator Open(string countries)
    {
        try
        {
            return PeerLocator.Open(countries);
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            throw new UsageException(error.Message, error);
        }
    }
}
