using Akka.Actor;
using Alys.DevNode.Chain;
using Alys.DevNode.Faults;
using Alys.DevNode.Hosting;
using Alys.DevNode.Messages;
using Alys.DevNode.Source;
using Alys.Metrics.Node;

namespace Alys.DevNode.Actors;

/// <summary>Hears what the network tells and tells it what the node has: blocks, transactions, approvals.</summary>
internal sealed class NetworkActor : NodeActor
{
    /// <summary>Transactions are told this many blocks before they are in one.</summary>
    private const int GossipAhead = 2;

    /// <summary>One block in so many comes with a rival that was first and does not last.</summary>
    private const int RivalOneIn = 200;

    /// <summary>One block in so many comes with a message of a newer version.</summary>
    private const int NewerOneIn = 50;

    /// <summary>One transaction in so many comes from two peers.</summary>
    private const int TwiceOneIn = 40;

    private const int MostAtOnce = 4;
    private const int EarlyBlocks = 64;
    private const int ChancePurpose = 10;
    private const int RivalPurpose = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private long _gossiped = -1;
    private long _given = -1;

    public NetworkActor(NodeServices node)
        : base(node)
    {
        ReceiveAsync<Listen>(_ => ListenAsync());
        Receive<BroadcastBlock>(_ => Metrics?.Gossip.Message(GossipMessage.ConsensusBlock, GossipStatus.Sent));
        Receive<BroadcastTransaction>(_ => Metrics?.Gossip.Message(GossipMessage.Other, GossipStatus.Sent));
        Receive<BlockImported>(_ => { });
        Receive<SubscribeToTopic>(_ => { });
        Receive<SendRequest>(message => Node.Actors.Peer.Forward(message));
    }

    protected override void PreStart()
    {
        foreach (GossipMessage topic in Enum.GetValues<GossipMessage>())
            Self.Tell(new SubscribeToTopic(LabelOf(topic)));
        Node.Actors.Sync.Tell(new StartSync());
        Node.Actors.Sync.Tell(new RequestBlocks(Node.State.Height + 1, EarlyBlocks));
        TimeSpan pause = Node.Parameters.Slot / 20;
        Repeat(new Listen(), pause < TimeSpan.FromMilliseconds(20) ? TimeSpan.FromMilliseconds(20) : pause);
    }

    private async Task ListenAsync()
    {
        long target = Node.State.Target;
        if (!IsOn(Fault.TargetStale) && !IsOn(Fault.PeersGone))
        {
            using var limit = new CancellationTokenSource(Patience, Node.Clock);
            try
            {
                target = await Node.Source.HeadAsync(limit.Token);
            }
            catch (SourceException)
            {
                Metrics?.Gossip.Message(GossipMessage.Other, GossipStatus.Rejected);
                return;
            }
        }

        if (target > Node.State.Target) Metrics?.BlockImport.Approved(target - 1);
        Node.State.Target = target;
        if (Node.State.Sync != SyncState.Synced) return;
        Gossip(target);
        await GiveAsync(target);
    }

    /// <summary>Hands new blocks to the chain: this node's own slots to be produced, the others to be imported.
    /// </summary>
    private async Task GiveAsync(long target)
    {
        long from = Math.Max(_given, Node.State.Height) + 1;
        long last = Math.Min(Math.Min(target, Node.State.Allowed()), from + MostAtOnce - 1);
        for (long height = from; height <= last; height++)
        {
            _given = height;
            bool isOwn = ChainParameters.AuthorOf(height) == ChainParameters.Self;
            if (isOwn) Node.Actors.Chain.Tell(new ProduceBlock(height));
            if (isOwn && !IsOn(Fault.MissedSlots)) continue;
            foreach (Block block in await BlocksAsync(height)) Give(block);
        }

        // What the chain did not take is for the sync to get again.
        if (_given > Node.State.Height + MostAtOnce) _given = Node.State.Height;
    }

    private async Task<IReadOnlyList<Block>> BlocksAsync(long height)
    {
        using var limit = new CancellationTokenSource(Patience, Node.Clock);
        try
        {
            return await Node.Source.BlocksAsync(height, 1, limit.Token);
        }
        catch (SourceException)
        {
            return [];
        }
    }

    private void Give(Block block)
    {
        Metrics?.Gossip.Message(GossipMessage.ConsensusBlock, GossipStatus.Received);
        Metrics?.Gossip.Message(GossipMessage.ApproveBlock, GossipStatus.Received);
        if (Node.Simulated is not null && new Draws(Node.Parameters.Seed, block.Height, RivalPurpose).OneIn(RivalOneIn))
            Node.Actors.Chain.Tell(new ImportBlock(Rivals.Of(block, Node)));
        Node.Actors.Chain.Tell(new ImportBlock(block));
    }

    private void Gossip(long target)
    {
        if (Node.Simulated is not { } chain) return;
        for (long height = Math.Max(_gossiped + 1, target + 1); height <= target + GossipAhead; height++)
        {
            _gossiped = height;
            var draws = new Draws(Node.Parameters.Seed, height, ChancePurpose);
            if (draws.OneIn(NewerOneIn)) Self.Tell(new NewerGossip());
            foreach (Transaction transaction in chain.Coming(height))
            {
                int times = draws.OneIn(TwiceOneIn) ? 2 : 1;
                for (int i = 0; i < times; i++)
                    Node.Actors.Engine.Tell(new ValidateIncomingTransaction(transaction));
                Self.Tell(new BroadcastTransaction(transaction));
            }
        }
    }

    private static string LabelOf(GossipMessage topic) => Alys.Metrics.LabelValue.Of(topic);

    /// <summary>Ask what is new.</summary>
    private sealed record Listen;
}
