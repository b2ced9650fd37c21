using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;

namespace Alys.Metrics.Akka.Mailboxes;

/// <summary>An unbounded mailbox with two ends, for actors with a stash.</summary>
/// <param name="settings">The actor system's.</param>
/// <param name="config">The mailbox's section.</param>
public sealed class WrappingDequeMailbox(Settings settings, Config config)
    : WrappingMailbox(settings, config), IProducesMessageQueue<UnboundedDequeMessageQueue>
{
    private protected override WrappedQueue Wrap(
        IMessageQueue inner, ActorMeter meter, IActorRef owner, long? capacity) =>
        new WrappedDequeQueue(inner, meter, owner, capacity);
}
