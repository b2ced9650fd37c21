using Akka.Actor;

namespace Alys.DevNode.Hosting;

/// <summary>Where the actors are. A reference outlives the restarts of its actor.</summary>
/// <remarks><b>Threads:</b> any; each is set by the supervisor that makes the actor, before messages flow.</remarks>
internal sealed class ActorRefs
{
    public IActorRef Chain { get; set; } = ActorRefs.Nobody;

    public IActorRef Engine { get; set; } = ActorRefs.Nobody;

    public IActorRef Bridge { get; set; } = ActorRefs.Nobody;

    public IActorRef Stream { get; set; } = ActorRefs.Nobody;

    public IActorRef Sync { get; set; } = ActorRefs.Nobody;

    public IActorRef Network { get; set; } = ActorRefs.Nobody;

    public IActorRef Peer { get; set; } = ActorRefs.Nobody;

    public IActorRef Storage { get; set; } = ActorRefs.Nobody;

    private static IActorRef Nobody => Akka.Actor.ActorRefs.Nobody;
}
