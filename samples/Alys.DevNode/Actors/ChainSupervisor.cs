using Akka.Actor;
using Alys.DevNode.Hosting;

namespace Alys.DevNode.Actors;

/// <summary>Above the engine and the chain actor.</summary>
internal sealed class ChainSupervisor(NodeServices node) : NodeSupervisor(node)
{
    protected override void PreStart()
    {
        Node.Actors.Engine = Child("engine", Props.Create(() => new EngineActor(Node)), Mailboxes.High);
        Node.Actors.Chain = Child("chain", Props.Create(() => new ChainActor(Node)), Mailboxes.Critical);
    }
}
