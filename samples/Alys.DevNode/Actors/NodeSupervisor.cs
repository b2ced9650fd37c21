using Akka.Actor;
using Alys.DevNode.Hosting;

namespace Alys.DevNode.Actors;

/// <summary>Restarts a child that fails, and only that one.</summary>
internal abstract class NodeSupervisor(NodeServices node) : UntypedActor
{
    protected NodeServices Node => node;

    protected override SupervisorStrategy SupervisorStrategy() =>
        new OneForOneStrategy(error => error is ActorInitializationException ? Directive.Stop : Directive.Restart);

    protected override void OnReceive(object message) => Unhandled(message);

    protected static IActorRef Child(string name, Props props, string mailbox) =>
        Context.ActorOf(props.WithMailbox(mailbox), name);
}
