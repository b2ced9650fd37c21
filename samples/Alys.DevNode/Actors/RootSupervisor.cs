using Akka.Actor;
using Alys.DevNode.Hosting;

namespace Alys.DevNode.Actors;

/// <summary>The top of the node. Storage comes first, and the network, which makes everything move, last.</summary>
internal sealed class RootSupervisor(NodeServices node) : NodeSupervisor(node)
{
    protected override void PreStart()
    {
        Child("storage-supervisor", Props.Create(() => new StorageSupervisor(Node)), Mailboxes.Background);
        Child("chain-supervisor", Props.Create(() => new ChainSupervisor(Node)), Mailboxes.Background);
        Child("bridge-supervisor", Props.Create(() => new BridgeSupervisor(Node)), Mailboxes.Background);
        Child("network-supervisor", Props.Create(() => new NetworkSupervisor(Node)), Mailboxes.Background);
    }
}
