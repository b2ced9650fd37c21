using Akka.Actor;
using Alys.DevNode.Bridge;
using Alys.DevNode.Chain;
using Alys.DevNode.Faults;
using Alys.DevNode.Hosting;
using Alys.DevNode.Messages;
using Alys.DevNode.Mining;
using Alys.Metrics.Node;

namespace Alys.DevNode.Actors;

/// <summary>The consensus: one block after the other.</summary>
internal sealed class ChainActor : NodeActor
{
    /// <summary>Transfers to this account leave the sidechain.</summary>
    private const int BurnAccount = 0;

    /// <summary>Blocks below the head that a proof of work does not make final yet.</summary>
    private const int FinalDepth = 6;

    private const int Satoshis = 1_000;

    private readonly BlockPipeline _pipeline;

    private int _pegouts;

    public ChainActor(NodeServices node)
        : base(node)
    {
        _pipeline = new BlockPipeline(node);
        ReceiveAsync<ImportBlock>(ImportAsync);
        ReceiveAsync<ProduceBlock>(ProduceAsync);
        ReceiveAsync<ReorgChain>(ReorgAsync);
        Receive<ValidateBlock>(message => Sender.Tell(_pipeline.IsSigned(message.Block)));
        Receive<ProcessAuxPow>(message => Sender.Tell(Judge(message)));
        Receive<FinalizeBlocks>(message => Finish(message.Height));
        Receive<ProcessPegIns>(message => Sender.Tell(new PegInsProcessed(message.Pegins)));
        Receive<ProcessPegOuts>(message => FindBurns(message.Block));
        Receive<UpdateFederation>(message => Node.Actors.Bridge.Tell(new UpdateFederationAddress(message.Version)));
        Receive<GetChainStatus>(_ => Sender.Tell(new ChainStatus(Node.State.Head, Node.State.Finalized)));
    }

    protected override void PreStart()
    {
        Node.State.Head ??= Node.Store.Head?.Header;
        _pipeline.LastPow = Math.Max(0, Node.State.Finalized);
        if (Node.State.Height >= 0) Metrics?.BlockImport.Finalized(Math.Max(0, Node.State.Height - FinalDepth));
    }

    private async Task ImportAsync(ImportBlock message)
    {
        IActorRef asker = Sender;
        BlockImportReason reason = await _pipeline.ImportAsync(message.Block);
        if (reason == BlockImportReason.None) Self.Tell(new ProcessPegOuts(message.Block));
        asker.Tell(new BlockImported(message.Block.Height, reason));
    }

    private Task ReorgAsync(ReorgChain message) => message.Branch is [{ IsForeign: true } block]
        ? _pipeline.FollowAsync(block)
        : _pipeline.SwitchAsync(message.Branch);

    private async Task ProduceAsync(ProduceBlock message)
    {
        if (message.Height <= Node.State.Height) return;
        if (IsOn(Fault.MissedSlots))
        {
            Metrics?.Aura.SlotClaimed(CallStatus.Failure);
            Metrics?.Slots.Missed();
            return;
        }

        Metrics?.Aura.SlotClaimed(CallStatus.Success);
        Block? block = await _pipeline.ProduceAsync(message.Height);
        Metrics?.Aura.BlockProduced(block is null ? CallStatus.Failure : CallStatus.Success);
        Metrics?.BlockImport.Sent(BlockMessage.ConsensusBlock, block is null ? CallStatus.Failure : CallStatus.Success);
        if (block is null)
        {
            Metrics?.Slots.Missed();
            return;
        }

        TimeSpan delay = Node.Clock.GetUtcNow() - block.Header.Time;
        Metrics?.Slots.Filled(delay < TimeSpan.Zero ? TimeSpan.Zero : delay, Node.Parameters.Slot);
        Self.Tell(new ProcessPegOuts(block));
    }

    private AuxPowStatus Judge(ProcessAuxPow message)
    {
        if (Node.Store.Read(message.BlockHash) is not { } block)
        {
            Metrics?.Mining.ProofRefused(AuxPowStatus.UnknownBlock);
            return AuxPowStatus.UnknownBlock;
        }

        if (AuxPowCheck.Find(message.Proof, message.BlockHash) is { } error)
        {
            Metrics?.Mining.ProofRefused(AuxPowStatus.InvalidAuxPow, error);
            return AuxPowStatus.InvalidAuxPow;
        }

        if (!AuxPowCheck.HasWork(message.Proof))
        {
            Metrics?.Mining.ProofRefused(AuxPowStatus.InvalidPow);
            return AuxPowStatus.InvalidPow;
        }

        Metrics?.Mining.ProofAccepted((int)Math.Max(1, block.Height - _pipeline.LastPow));
        _pipeline.LastPow = Math.Max(_pipeline.LastPow, block.Height);
        Metrics?.Mining.ReportBlocksWithoutPow(Node.State.Height - _pipeline.LastPow);
        Metrics?.BlockImport.Sent(BlockMessage.QueuePow, CallStatus.Success);
        Self.Tell(new FinalizeBlocks(block.Height));
        return AuxPowStatus.Success;
    }

    private void Finish(long height)
    {
        Node.State.Finalized = Math.Max(Node.State.Finalized, Math.Min(height, Node.State.Height - FinalDepth));
        Metrics?.BlockImport.Finalized(Math.Max(0, Node.State.Finalized));
    }

    // While it catches up the node passes burns by: the bridge has dealt with them.
    private void FindBurns(Block block)
    {
        if (block.IsForeign || Node.State.Sync != SyncState.Synced) return;
        foreach (Transaction burn in block.Transactions.Where(each => each.To == BurnAccount))
        {
            var pegout = new Pegout(++_pegouts, burn.Amount * Satoshis, Node.Clock.GetUtcNow());
            Node.Actors.Bridge.Tell(new ProcessPegout(pegout));
        }
    }
}
