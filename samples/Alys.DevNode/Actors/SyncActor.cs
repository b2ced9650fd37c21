using Akka.Actor;
using Alys.DevNode.Chain;
using Alys.DevNode.Faults;
using Alys.DevNode.Hosting;
using Alys.DevNode.Messages;
using Alys.DevNode.Source;
using Alys.Metrics.Node;

namespace Alys.DevNode.Actors;

/// <summary>Brings the node to the head of the network and says how far it is.</summary>
internal sealed class SyncActor : NodeActor, IWithUnboundedStash
{
    /// <summary>Blocks that are asked for at once.</summary>
    public const int BatchBlocks = 64;

    /// <summary>So far behind, blocks are imported in order as they come; further, they are asked for.</summary>
    private const int SyncedWithin = 3;

    private const int CatchupWithin = 20;
    private const int LeastPeers = 3;

    /// <summary>Part of the target's height from which a node may produce.</summary>
    private const double ProductionFrom = 0.995;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private bool _isRunning;
    private long _headersTo = -1;

    public SyncActor(NodeServices node)
        : base(node)
    {
        Become(Waiting);
    }

    public IStash Stash { get; set; } = null!;

    protected override void PreStart() => Repeat(new Look(), TimeSpan.FromMilliseconds(250));

    protected override void PostRestart(Exception reason)
    {
        _isRunning = true;
        base.PostRestart(reason);
    }

    /// <summary>Until there are peers nothing can be asked, so whoever asks has to wait.</summary>
    private void Waiting()
    {
        Common();
        Receive<CanProduceBlocks>(_ => Stash.Stash());
        Receive<RequestBlocks>(_ => Stash.Stash());
        Receive<Look>(_ => LookForPeers());
    }

    private void Running()
    {
        Common();
        Receive<CanProduceBlocks>(_ => Sender.Tell(CanProduce()));
        ReceiveAsync<RequestBlocks>(message => ImportAsync(message.From, message.Count));
        ReceiveAsync<Look>(_ => GoOnAsync());
    }

    private void Common()
    {
        Receive<StartSync>(_ => _isRunning = true);
        Receive<StopSync>(_ => _isRunning = false);
        Receive<CreateCheckpoint>(message => Node.Actors.Engine.Forward(message));
        Receive<RestoreCheckpoint>(message => Node.Actors.Engine.Forward(message));
        Receive<Fail>(message => throw new InvalidOperationException(message.Reason));
    }

    private void LookForPeers()
    {
        Report(SyncState.Discovering);
        if (!_isRunning || Node.State.Peers < LeastPeers || Node.State.Target == 0) return;
        Become(Running);
        Stash.UnstashAll();
    }

    private async Task GoOnAsync()
    {
        if (IsOn(Fault.SyncFailed))
        {
            Report(SyncState.Failed);
            return;
        }

        long gap = Node.State.Target - Node.State.Height;
        if (gap <= SyncedWithin)
        {
            if (gap < 0 && Node.Options.Follow is not null) await CompareAsync(Node.State.Target);
            Report(SyncState.Synced);
            return;
        }

        if (_headersTo < 0) await GetHeadersAsync();
        Report(gap <= CatchupWithin ? SyncState.Catchup : SyncState.Blocks);
        if (Node.State.Allowed() > Node.State.Height) Self.Tell(new RequestBlocks(Next(), BatchBlocks));
    }

    /// <summary>Looks at the headers before the blocks: a branch that nobody signed costs no import.</summary>
    private async Task GetHeadersAsync()
    {
        Report(SyncState.Headers);
        long from = Next();
        _headersTo = Node.State.Target;
        IReadOnlyList<Block> blocks = await BlocksAsync(from, (int)Math.Min(_headersTo - from + 1, BatchBlocks));
        foreach (Block block in blocks)
            await Node.Actors.Chain.Ask<bool>(new ValidateBlock(block), Patience);
    }

    private async Task ImportAsync(long from, int count)
    {
        if (from != Next() || IsOn(Fault.SyncFailed)) return;
        count = (int)Math.Min(count, Math.Min(Node.State.Allowed(), Node.State.Target) - from + 1);
        if (count <= 0) return;
        foreach (Block block in await BlocksAsync(from, count))
        {
            var imported = await Node.Actors.Chain.Ask<BlockImported>(new ImportBlock(block), Patience);
            if (!imported.IsImported && imported.Reason != BlockImportReason.OldHeight) break;
            Report(Node.State.Sync);
        }

        // At once and not at the next look: what limits the sync is how fast the node is.
        if (Node.State.Height >= from + count - 1) Self.Tell(new Look());
    }

    /// <summary>A chain that got shorter is another one above some block, or altogether.</summary>
    private async Task CompareAsync(long height)
    {
        foreach (Block block in await BlocksAsync(height, 1))
        {
            if (Node.Store.Read(height)?.Hash != block.Hash) Node.Actors.Chain.Tell(new ReorgChain([block]));
        }
    }

    /// <summary>A real chain is followed from near its head, others from their beginning.</summary>
    private long Next() => Node.State.Head is { } head ? head.Height + 1
        : Node.Options.Follow is not null ? Math.Max(0, Node.State.Target - Node.Options.History)
        : 0;

    private async Task<IReadOnlyList<Block>> BlocksAsync(long from, int count)
    {
        using var limit = new CancellationTokenSource(Patience, Node.Clock);
        try
        {
            return await Node.Source.BlocksAsync(from, count, limit.Token);
        }
        catch (SourceException)
        {
            return [];
        }
    }

    private bool CanProduce() => Node.State.Height >= ProductionFrom * Node.State.Target;

    private void Report(SyncState state)
    {
        Node.State.Sync = state;
        Metrics?.Sync.Report(Math.Max(0, Node.State.Height), Node.State.Target, state);
    }

    /// <summary>See how far the node is.</summary>
    private sealed record Look;
}
