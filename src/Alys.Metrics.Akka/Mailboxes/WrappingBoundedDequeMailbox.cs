using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;

namespace Alys.Metrics.Akka.Mailboxes;

/// <summary>A bounded mailbox with two ends, measured.</summary>
/// <param name="settings">The actor system's.</param>
/// <param name="config">The mailbox's section.</param>
public sealed class WrappingBoundedDequeMailbox(Settings settings, Config config)
    : WrappingMailbox(settings, config), IProducesMessageQueue<BoundedDequeMessageQueue>
{
    private protected override WrappedQueue Wrap(
        IMessageQueue inner, ActorMeter meter, IActorRef owner, long? capacity) =>
        new WrappedBoundedDequeQueue(inner, meter, owner, capacity);
}
