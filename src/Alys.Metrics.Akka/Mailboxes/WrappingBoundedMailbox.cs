using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;

namespace Alys.Metrics.Akka.Mailboxes;

/// <summary>A bounded mailbox, measured.</summary>
/// <param name="settings">The actor system's.</param>
/// <param name="config">The mailbox's section.</param>
public sealed class WrappingBoundedMailbox(Settings settings, Config config)
    : WrappingMailbox(settings, config), IProducesMessageQueue<BoundedMessageQueue>
{
    private protected override WrappedQueue Wrap(
        IMessageQueue inner, ActorMeter meter, IActorRef owner, long? capacity) =>
        new WrappedBoundedQueue(inner, meter, owner, capacity);
}
