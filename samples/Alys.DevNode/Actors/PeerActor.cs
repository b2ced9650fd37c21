using Akka.Actor;
using Alys.DevNode.Chain;
using Alys.DevNode.Faults;
using Alys.DevNode.Hosting;
using Alys.DevNode.Messages;
using Alys.DevNode.Peers;
using Alys.Metrics.Node;

namespace Alys.DevNode.Actors;

/// <summary>Finds peers, connects to them, judges them. Each connection is an actor below it.</summary>
internal sealed class PeerActor : NodeActor
{
    private const int MostPeers = 24;
    private const int AtOnce = 4;
    private const int LeaveOneIn = 40;
    private const int Few = 2;
    private const int Purpose = 6;

    private readonly Dictionary<int, IActorRef> _sessions = [];

    private Draws _draws;
    private int _known;

    public PeerActor(NodeServices node)
        : base(node)
    {
        _draws = new Draws(node.Parameters.Seed, 0, Purpose);
        Receive<StartDiscovery>(_ => Discover());
        Receive<ConnectToPeer>(message => Connect(message.Peer));
        Receive<DisconnectFromPeer>(message => Disconnect(message.PeerId));
        Receive<UpdatePeerScore>(message => Tell(message.PeerId, message));
        Receive<SendRequest>(message => Tell(message.PeerId, message));
        Receive<GetBestPeers>(message => Sender.Tell(_sessions.Keys.Order().Take(message.Count).ToArray()));
        Receive<Terminated>(message => Forget(message.ActorRef));
    }

    protected override void PreStart()
    {
        Self.Tell(new StartDiscovery());
        Repeat(new StartDiscovery(), TimeSpan.FromMilliseconds(500));
    }

    protected override void PreRestart(Exception reason, object message)
    {
        // The connections are of the actor that failed.
        base.PreRestart(reason, message);
        Count(0);
    }

    private void Discover()
    {
        if (IsOn(Fault.PeersGone))
        {
            foreach (int peer in _sessions.Keys.ToArray()) Disconnect(peer);
            return;
        }

        if (IsOn(Fault.FewPeers))
        {
            foreach (int peer in _sessions.Keys.Skip(Few).ToArray()) Disconnect(peer);
            return;
        }

        for (int i = 0; i < AtOnce && _known < PeerDirectory.Size; i++)
        {
            _known++;
            Metrics?.Gossip.Discovered(_known);
        }

        foreach (PeerProfile peer in Candidates().Take(AtOnce)) Self.Tell(new ConnectToPeer(peer));
        if (IsOn(Fault.OneRegion)) LeaveOtherRegions();
        else if (_sessions.Count > 0 && _draws.OneIn(LeaveOneIn)) Self.Tell(new DisconnectFromPeer(Any()));
        if (_sessions.Count > 0) Self.Tell(new UpdatePeerScore(Any()));
    }

    private IEnumerable<PeerProfile> Candidates() => Node.Peers.All
        .Take(_known)
        .Where(peer => !_sessions.ContainsKey(peer.Id) && (!IsOn(Fault.OneRegion) || IsNear(peer)))
        .Take(MostPeers - _sessions.Count);

    private void Connect(PeerProfile peer)
    {
        if (_sessions.ContainsKey(peer.Id) || IsOn(Fault.PeersGone)) return;
        if (_draws.OneIn(30))
        {
            // Drawn even if nothing is measured: the same peers come either way.
            PeerEvent failure = _draws.OneIn(2) ? PeerEvent.DialFailed : PeerEvent.Refused;
            Metrics?.PeerConnections.Happened(failure);
            return;
        }

        IActorRef session = Context.ActorOf(Props.Create(() => new PeerSession(Node, peer)));
        Context.Watch(session);
        _sessions[peer.Id] = session;
        Count(_sessions.Count);
    }

    private void Disconnect(int peer)
    {
        if (!_sessions.Remove(peer, out IActorRef? session)) return;
        Context.Unwatch(session);
        Context.Stop(session);
        Count(_sessions.Count);
    }

    private void LeaveOtherRegions()
    {
        foreach (int peer in _sessions.Keys.Where(id => !IsNear(Node.Peers.All[id])).ToArray()) Disconnect(peer);
    }

    private bool IsNear(PeerProfile peer) =>
        Node.Locator.Locate(peer.Address).Region == Node.Locator.Locate(Node.Peers.All[0].Address).Region;

    private void Forget(IActorRef session)
    {
        foreach (int peer in _sessions.Where(each => each.Value.Equals(session)).Select(each => each.Key).ToArray())
            _sessions.Remove(peer);
        Count(_sessions.Count);
    }

    private int Any() => _sessions.Keys.ElementAt(_draws.Below(_sessions.Count));

    private void Tell(int peer, object message)
    {
        if (_sessions.TryGetValue(peer, out IActorRef? session)) session.Forward(message);
    }

    private void Count(int peers)
    {
        Node.State.Peers = peers;
        Metrics?.Ethereum.ReportPeers(peers, MostPeers);
    }
}
