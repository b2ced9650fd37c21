using Akka.Actor;
using Alys.DevNode.Bridge;
using Alys.DevNode.Faults;
using Alys.DevNode.Hosting;
using Alys.DevNode.Messages;
using Alys.Metrics.Node;

namespace Alys.DevNode.Actors;

/// <summary>Moves bitcoins between the chains: each look takes what waits one stage further.</summary>
internal sealed class BridgeActor : NodeActor
{
    /// <summary>Confirmations on Bitcoin that a deposit needs. The real chain wants 144.</summary>
    private const int Confirmations = 2;

    /// <summary>How often members are asked before a peg-out is given up.</summary>
    private const int MostAttempts = 12;

    private const int SignaturePatienceSlots = 5;

    private readonly BridgeBook _book;

    public BridgeActor(NodeServices node)
        : base(node)
    {
        _book = node.Bridge;
        Receive<RetryFailedOperations>(_ => GoOn());
        Receive<RefreshUtxos>(_ => Report());
        Receive<ProcessPegin>(message => _book.Lock(message.Pegin));
        Receive<ProcessPegout>(message => Begin(message.Pegout));
        Receive<ApplySignatures>(Apply);
        Receive<PegInsProcessed>(message => Credit(message.Pegins));
        Receive<UpdateFederationAddress>(_ => Report());
    }

    protected override void PreStart()
    {
        Repeat(new RetryFailedOperations(), Node.Parameters.Slot / 4);
        Repeat(new RefreshUtxos(), Node.Parameters.Slot);
    }

    private void GoOn()
    {
        (long tip, DateTimeOffset found) = Node.Bitcoin.Tip(Node.Clock.GetUtcNow());
        Metrics?.Bridge.ReportTip(tip, found);
        if (Node.State.Sync != SyncState.Synced) return;
        Scan(tip);
        foreach (Pegin pegin in _book.Pegins) Advance(pegin, tip);
        foreach (Pegout pegout in _book.Pegouts.ToArray()) Advance(pegout, tip);
        Pegin[] ready = [.. _book.Pegins.Where(each => each.Stage == PeginStage.Confirmed)];
        foreach (Pegin pegin in ready) pegin.Stage = PeginStage.Processing;
        if (ready.Length > 0) Node.Actors.Chain.Tell(new ProcessPegIns(ready));
    }

    private void Scan(long tip)
    {
        if (_book.ScannedBitcoinHeight == 0) _book.ScannedBitcoinHeight = tip - 1;
        while (_book.ScannedBitcoinHeight < tip)
        {
            long height = ++_book.ScannedBitcoinHeight;
            long amount = Node.Bitcoin.DepositIn(height);
            Self.Tell(new ProcessPegin(new Pegin(_book.NextId(), amount, height, Node.Clock.GetUtcNow())));
        }
    }

    private void Advance(Pegin pegin, long tip)
    {
        if (pegin.Stage == PeginStage.Detected) pegin.Stage = PeginStage.Confirming;
        if (pegin.Stage != PeginStage.Confirming || tip - pegin.BitcoinHeight < Confirmations) return;
        pegin.Stage = PeginStage.Confirmed;
        pegin.Confirmed = Node.Clock.GetTimestamp();
        Node.Actors.Stream.Tell(new PeginNotification(pegin.Id));
    }

    private void Credit(IReadOnlyList<Pegin> pegins)
    {
        foreach (Pegin pegin in pegins)
        {
            _book.Credit(pegin);
            Metrics?.Pegins.Completed(pegin.Satoshis, Since(pegin.Confirmed));
        }
    }

    private void Begin(Pegout pegout)
    {
        Metrics?.Pegouts.BurnSeen();
        _book.Burn(pegout);
    }

    private void Advance(Pegout pegout, long tip)
    {
        switch (pegout.Stage)
        {
            case PegoutStage.Initiated:
                pegout.Stage = PegoutStage.ValidatingBurn;
                break;
            case PegoutStage.ValidatingBurn:
                pegout.Stage = PegoutStage.BuildingTransaction;
                break;
            case PegoutStage.BuildingTransaction:
                Metrics?.Pegouts.TransactionBuilt();
                pegout.Stage = PegoutStage.CollectingSignatures;
                AskForSignatures(pegout);
                break;
            case PegoutStage.CollectingSignatures:
                Wait(pegout);
                break;
            case PegoutStage.SigningComplete:
                pegout.Stage = PegoutStage.Broadcasting;
                break;
            case PegoutStage.Broadcasting:
                pegout.Stage = PegoutStage.Broadcast;
                pegout.BroadcastAt = tip;
                pegout.Took = Node.Clock.GetUtcNow() - pegout.Asked;
                break;
            case PegoutStage.Broadcast when tip > pegout.BroadcastAt:
                pegout.Stage = PegoutStage.Confirmed;
                break;
            case PegoutStage.Confirmed:
                _book.Pay(pegout);
                Metrics?.Pegouts.Completed(pegout.Satoshis, pegout.Took);
                break;
        }
    }

    private void AskForSignatures(Pegout pegout)
    {
        pegout.Attempts++;
        pegout.CollectingSince = Node.Clock.GetTimestamp();
        Node.Actors.Stream.Tell(new SignatureRequest(pegout));
    }

    private void Wait(Pegout pegout)
    {
        TimeSpan waited = Since(pegout.CollectingSince);
        if (waited < SignaturePatienceSlots * Node.Parameters.Slot) return;
        Metrics?.Federation.SignaturesCollected(SignatureResult.Timeout, waited);
        if (pegout.Attempts < MostAttempts)
        {
            AskForSignatures(pegout);
            return;
        }

        _book.GiveUp(pegout);
        Metrics?.Pegouts.Failed(PegoutFailure.SignatureTimeout);
    }

    private void Apply(ApplySignatures message)
    {
        Pegout? pegout = _book.Pegouts.Find(each => each.Id == message.PegoutId);
        if (pegout is not { Stage: PegoutStage.CollectingSignatures } || !message.IsComplete) return;
        TimeSpan took = Since(pegout.CollectingSince);
        Metrics?.Federation.SignaturesCollected(SignatureResult.Complete, took);
        Metrics?.Pegouts.SignaturesComplete(took);
        Metrics?.Gossip.Message(GossipMessage.PegoutSigs, GossipStatus.Sent);
        pegout.Stage = PegoutStage.SigningComplete;
    }

    private void Report()
    {
        if (Metrics is not { } metrics) return;
        _book.Report(metrics, missing: IsOn(Fault.CoinsMissing) ? _book.Supply / 2 : 0);
        metrics.Federation.ReportMembers(
            Node.Federation.Version, Federation.Members, Node.Federation.Online, Federation.Threshold);
    }
}
