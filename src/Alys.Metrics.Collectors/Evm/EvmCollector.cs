using Alys.Metrics.Node;

namespace Alys.Metrics.Collectors.Evm;

/// <summary>
/// Reads an EVM node (geth, reth, Erigon, Nethermind, Besu, anvil, …) over JSON-RPC: where its sync stands, what its
/// blocks say, its transaction pool, its peers and which client it is. In steady state a round is one HTTP request.
/// </summary>
/// <remarks>
/// The node must answer <c>eth_syncing</c> and <c>eth_getBlockByNumber</c>, or the round fails. <c>txpool_status</c>,
/// <c>net_peerCount</c>, <c>admin_peers</c>, <c>web3_clientVersion</c> and <c>eth_chainId</c> are optional: without one
/// its metrics stay absent, and it is asked for again only after a failed round or when the client's version changes.
/// Every block between two rounds is looked at, within the bounds of <see cref="EvmCollectorOptions"/>.
/// <b>Threads:</b> one round at a time, as <see cref="ICollector"/> says. <b>Source:</b> Ethereum JSON-RPC (EIP-1474
/// and the execution-apis repository).
/// </remarks>
public sealed class EvmCollector : ICollector, IDisposable
{
    private readonly EvmCollectorOptions _options;
    private readonly NodeEndpoint _node;
    private readonly JsonRpcClient _client;
    private readonly SyncMetrics _sync;
    private readonly ChainMetrics _chain;
    private readonly TxPoolMetrics _txPool;
    private readonly PeerMetrics _peers;
    private readonly ExecutionClientMetrics _executionClient;
    private readonly TimeProvider _clock;

    /// <summary>Exchanged as a whole, when a round is reported or has failed.</summary>
    private NodeMemory _memory;

    /// <summary>Makes the collector; nothing is asked of the node yet.</summary>
    /// <param name="options">Which node, and the bounds; must not change afterwards.</param>
    /// <param name="sync">Reported every round.</param>
    /// <param name="chain">Reported every round.</param>
    /// <param name="txPool">Reported when the node has <c>txpool_status</c>.</param>
    /// <param name="peers">Reported when the node has <c>net_peerCount</c>.</param>
    /// <param name="executionClient">Reported when the node has <c>web3_clientVersion</c>.</param>
    /// <param name="clock">Measures the timeouts.</param>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and the
    /// range.</exception>
    public EvmCollector(
        EvmCollectorOptions options,
        SyncMetrics sync,
        ChainMetrics chain,
        TxPoolMetrics txPool,
        PeerMetrics peers,
        ExecutionClientMetrics executionClient,
        TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _options = options;
        _sync = sync;
        _chain = chain;
        _txPool = txPool;
        _peers = peers;
        _executionClient = executionClient;
        _clock = clock;
        _node = new NodeEndpoint(options.Url);
        _client = new JsonRpcClient(_node, options.MaxResponseBytes, options.RequestTimeout, clock);
        _memory = new NodeMemory(new ChainFollower(options.MaxCatchUpBlocks), options.BlocksPerBatch);
    }

    /// <inheritdoc/>
    public string Name => "evm";

    /// <inheritdoc/>
    public async Task<CollectedRound> CollectAsync(CancellationToken cancellation)
    {
        try
        {
            var round = new EvmRound(_client, _node.Shown, _options, _memory, _clock);
            EvmReading reading = await round.ReadAsync(cancellation);
            return new CollectedRound(() => Report(reading)) { PartialFailures = reading.PartialFailures };
        }
        catch (CollectorException e)
        {
            _memory = _memory.AfterFailure(e.Reason);
            throw;
        }
        catch (OperationCanceledException)
        {
            _memory = _memory.AfterFailure(CollectorFailure.Timeout);
            throw;
        }
    }

    /// <inheritdoc/>
    public void Forget()
    {
        _sync.Forget();
        _chain.Forget();
        _txPool.Forget();
        _peers.Forget();
        _executionClient.Forget();
    }

    /// <summary>Closes the connection to the node.</summary>
    public void Dispose() => _client.Dispose();

    private void Report(EvmReading reading)
    {
        _memory = reading.Memory;
        _sync.Report(reading.Sync.Current, reading.Sync.Target, reading.Sync.State);
        ReportChain(reading.Head, reading.Step);

        if (reading.TxPool is { } pool) _txPool.Report(pool.Pending, pool.Queued);
        else _txPool.Forget();

        if (reading.Peers is { } peers) _peers.Report(peers);
        else _peers.Forget();

        if (reading.ClientVersion is { } version) _executionClient.Report(version, reading.ChainId);
        else _executionClient.Forget();
    }

    private void ReportChain(ChainBlock head, ChainStep step)
    {
        _chain.ReportHead(head.Time, head.GasLimit);
        foreach (SeenBlock seen in step.Blocks)
            _chain.BlockSeen(seen.SinceParent, seen.Block.GasUsed, seen.Block.Transactions);
        if (step.ReorgDepth > 0) _chain.Reorg((int)Math.Min(step.ReorgDepth, int.MaxValue));
        if (step.Skipped > 0) _chain.BlocksSkipped(step.Skipped);
    }
}
