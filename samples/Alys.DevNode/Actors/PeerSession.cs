using Akka.Actor;
using Alys.DevNode.Hosting;
using Alys.DevNode.Messages;
using Alys.DevNode.Peers;
using Alys.Metrics.Collectors.Peers;
using Alys.Metrics.Node;

namespace Alys.DevNode.Actors;

/// <summary>One connection to a peer. It ends when the peer is no good.</summary>
internal sealed class PeerSession : ReceiveActor
{
    private const double FirstScore = 50;
    private const double BannedBelow = 10;

    private readonly NodeServices _node;
    private readonly PeerProfile _peer;

    private PeerConnection? _connection;
    private int _looks;

    public PeerSession(NodeServices node, PeerProfile peer)
    {
        (_node, _peer) = (node, peer);
        Receive<UpdatePeerScore>(_ => Judge());
        Receive<SendRequest>(_ => { });
    }

    protected override void PreStart() => _connection = _node.Metrics?.PeerConnections.Connected(
        _peer.Kind, _peer.Address, _node.Locator, _peer.Direction, FirstScore);

    protected override void PostStop() => _connection?.Dispose();

    private void Judge()
    {
        double score = PeerQuality.Score(_node.Parameters.Seed, _peer, ++_looks);
        _connection?.Rate(score);
        if (score >= BannedBelow) return;
        _node.Metrics?.PeerConnections.Happened(PeerEvent.Banned);
        Context.Stop(Self);
    }
}
