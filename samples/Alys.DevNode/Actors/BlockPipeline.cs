using Akka.Actor;
using Alys.DevNode.Chain;
using Alys.DevNode.Faults;
using Alys.DevNode.Hosting;
using Alys.DevNode.Messages;
using Alys.DevNode.Source;
using Alys.Metrics.Node;

namespace Alys.DevNode.Actors;

/// <summary>The way of a block through the node: checked, run, kept, made the head.</summary>
/// <remarks><b>Threads:</b> one at a time: the chain actor's.</remarks>
internal sealed class BlockPipeline(NodeServices node)
{
    /// <summary>How far back a branch may begin.</summary>
    private const int MostReorg = Ledger.MostUndone;

    /// <summary>Blocks that may follow each other without a proof of work. Source: Alys, 50,000.</summary>
    private const int MostWithoutPow = 50_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan SlowProduction = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan SlowValidation = TimeSpan.FromSeconds(0.3);

    private readonly HeaderCheck _header = new(node);

    /// <summary>Height of the newest block that a proof of work covers.</summary>
    public long LastPow { get; set; }

    /// <summary>Checks a block and makes it the head.</summary>
    public async Task<BlockImportReason> ImportAsync(Block block)
    {
        long started = node.Clock.GetTimestamp();
        BlockImportReason reason = _header.Place(block);
        if (reason == BlockImportReason.None && node.State.Head is { } head && block.Header.Parent != head.Hash)
            return await FollowAsync(block);
        if (reason == BlockImportReason.None) reason = await ValidateAsync(block);
        if (reason == BlockImportReason.None) reason = await CommitAsync(block);
        if (reason == BlockImportReason.None)
            node.Metrics?.BlockImport.Imported(block.Height, node.Clock.GetElapsedTime(started));
        else node.Metrics?.BlockImport.Rejected(reason);
        return reason;
    }

    /// <summary>Makes the node's own block of a slot.</summary>
    public async Task<Block?> ProduceAsync(long height)
    {
        var stages = new StageTimes(node.Clock, node.Metrics is { } metrics ? metrics.Blocks.ProductionStage : null);
        var building = await AskAsync(node.Actors.Engine, new BuildPayload(height)) as PayloadBuilding;
        object? answer = building is null
            ? null : await AskAsync(node.Actors.Engine, new GetPayload(building.PayloadId));
        if (answer is not Payload { Block: var draft }) return null;
        stages.Done(BlockStage.Payload);
        if (node.Faults.IsOn(Fault.SlowBlocks)) await Task.Delay(SlowProduction, node.Faults.Clock);
        Block block = draft with { Signature = node.Keys.Sign(Keys.Authority(draft.Header.Author), draft.Hash) };
        stages.Done(BlockStage.Consensus);
        if (await ImportAsync(block) != BlockImportReason.None) return null;
        stages.Done(BlockStage.Storage);
        node.Actors.Network.Tell(new BroadcastBlock(block));
        stages.Done(BlockStage.Broadcast);
        node.Metrics?.Blocks.Produced(stages.Total);
        return block;
    }

    /// <summary>Leaves the newest blocks for a branch that begins on an older one.</summary>
    public async Task<BlockImportReason> SwitchAsync(IReadOnlyList<Block> branch)
    {
        long ancestor = branch[0].Height - 1;
        int depth = (int)(node.State.Height - ancestor);
        if (depth > MostReorg || node.Store.Read(ancestor) is not { } start
            || start.Hash != branch[0].Header.Parent)
        {
            return BlockImportReason.ChainIncontiguous;
        }

        if (depth > 0)
        {
            await AskAsync(node.Actors.Engine, new RewindTo(ancestor));
            await AskAsync(node.Actors.Storage, new UpdateChainHead(ancestor));
            node.State.Head = start.Header;
            node.Metrics?.Chain.Reorg(depth);
        }

        foreach (Block block in branch)
        {
            if (await ImportAsync(block) is var reason && reason != BlockImportReason.None) return reason;
        }

        return BlockImportReason.None;
    }

    public bool IsSigned(Block block) => _header.IsSigned(block);

    /// <summary>Gets the network's branch down to a block that is ours too.</summary>
    public async Task<BlockImportReason> FollowAsync(Block block)
    {
        var branch = new LinkedList<Block>([block]);
        using var limit = new CancellationTokenSource(Patience, node.Clock);
        try
        {
            while (branch.Count < MostReorg && branch.First!.Value is { Height: > 0 } first)
            {
                if (node.Store.Read(first.Height - 1) is { } ours && ours.Hash == first.Header.Parent)
                    return await SwitchAsync([.. branch]);
                IReadOnlyList<Block> before = await node.Source.BlocksAsync(first.Height - 1, 1, limit.Token);
                if (before.Count == 0) return BlockImportReason.ChainIncontiguous;
                branch.AddFirst(before[0]);
            }
        }
        catch (SourceException)
        {
            return BlockImportReason.Other;
        }

        if (block.IsForeign) await BeginAnewAsync();
        return BlockImportReason.ChainIncontiguous;
    }

    /// <summary>The chain that is followed has no block in common with ours: it is another one.</summary>
    private async Task BeginAnewAsync()
    {
        Console.Error.WriteLine("alys-devnode: another chain is followed now; what was kept of the old one is dropped");
        await AskAsync(node.Actors.Storage, new UpdateChainHead(-1));
        node.State.Head = null;
        node.State.Finalized = 0;
        LastPow = 0;
        await AskAsync(node.Actors.Engine, new RewindTo(0));
    }

    private async Task<BlockImportReason> ValidateAsync(Block block)
    {
        var stages = new StageTimes(node.Clock, node.Metrics is { } metrics ? metrics.Blocks.ValidationStage : null);
        if (node.Faults.IsOn(Fault.SlowBlocks)) await Task.Delay(SlowValidation, node.Faults.Clock);
        if (!_header.IsSigned(block)) return BlockImportReason.InvalidFinalization;
        stages.Done(BlockStage.Consensus);
        if (block.Height - LastPow > MostWithoutPow && LastPow > 0) return BlockImportReason.MissingPow;
        stages.Done(BlockStage.AuxPow);
        object answer = await AskAsync(node.Actors.Engine, new ExecutePayload(block));
        stages.Done(BlockStage.Payload);
        node.Metrics?.Blocks.Validated(stages.Total);
        return answer is PayloadStatus { IsValid: true } ? BlockImportReason.None : BlockImportReason.Other;
    }

    private async Task<BlockImportReason> CommitAsync(Block block)
    {
        if (await AskAsync(node.Actors.Storage, new StoreBlock(block)) is not Stored) return BlockImportReason.Other;
        BlockHeader? parent = node.State.Head;
        node.State.Head = block.Header;
        await AskAsync(node.Actors.Engine, new ForkchoiceUpdated(block));
        node.Actors.Storage.Tell(new UpdateState(block.Header.StateRoot));
        if (block.Height % NodeServices.CheckpointBlocks == 0) node.Actors.Sync.Tell(new CreateCheckpoint());
        Report(block, parent);
        return BlockImportReason.None;
    }

    private void Report(Block block, BlockHeader? parent)
    {
        if (node.Metrics is not { } metrics) return;
        BlockHeader header = block.Header;
        metrics.Chain.ReportHead(header.Time, header.GasLimit);
        metrics.Chain.BlockSeen(
            parent is null ? TimeSpan.Zero : header.Time - parent.Time, header.GasUsed, block.Transactions.Count);
        metrics.Ethereum.ReportChain(block.Height, node.State.Target);
        metrics.Mining.ReportBlocksWithoutPow(block.Height - LastPow);
    }

    /// <summary>An actor that does not answer in time is a failed call, not the end of this one.</summary>
    private static async Task<object> AskAsync(IActorRef actor, object message)
    {
        try
        {
            return await actor.Ask<object>(message, Patience);
        }
        catch (AskTimeoutException)
        {
            return new EngineFailed(EngineError.None);
        }
    }
}
