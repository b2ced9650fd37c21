using Akka.Actor;
using Alys.DevNode.Hosting;

namespace Alys.DevNode.Actors;

/// <summary>Above the bridge and the stream to governance.</summary>
internal sealed class BridgeSupervisor(NodeServices node) : NodeSupervisor(node)
{
    protected override void PreStart()
    {
        Node.Actors.Stream = Child("stream", Props.Create(() => new StreamActor(Node)), Mailboxes.Background);
        Node.Actors.Bridge = Child("bridge", Props.Create(() => new BridgeActor(Node)), Mailboxes.Standard);
    }
}
