using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;

namespace Alys.Metrics.Akka.Mailboxes;

/// <summary>An unbounded mailbox that is not <see cref="UnboundedMailbox"/>.</summary>
/// <param name="settings">The actor system's.</param>
/// <param name="config">The mailbox's section.</param>
public sealed class WrappingUnboundedMailbox(Settings settings, Config config)
    : WrappingMailbox(settings, config), IProducesMessageQueue<UnboundedMessageQueue>
{
    private protected override WrappedQueue Wrap(
        IMessageQueue inner, ActorMeter meter, IActorRef owner, long? capacity) =>
        new WrappedUnboundedQueue(inner, meter, owner, capacity);
}
