using Akka.Actor;
using Alys.DevNode.Hosting;

namespace Alys.DevNode.Actors;

/// <summary>Above the peer, the sync and the network actor.</summary>
internal sealed class NetworkSupervisor(NodeServices node) : NodeSupervisor(node)
{
    protected override void PreStart()
    {
        Node.Actors.Peer = Child("peer", Props.Create(() => new PeerActor(Node)), Mailboxes.Background);
        Node.Actors.Sync = Child("sync", Props.Create(() => new SyncActor(Node)), Mailboxes.Stashing);
        Node.Actors.Network = Child("network", Props.Create(() => new NetworkActor(Node)), Mailboxes.High);
    }
}
