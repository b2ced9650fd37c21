using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;

namespace Alys.Metrics.Akka.Mailboxes;

/// <summary>The unbounded mailbox, measured: what stands in a configuration in place of
/// <see cref="UnboundedMailbox"/>.</summary>
/// <param name="settings">The actor system's.</param>
/// <param name="config">The mailbox's section.</param>
public sealed class MeasuredMailbox(Settings settings, Config config)
    : MailboxType(settings, config), IProducesMessageQueue<UnboundedMessageQueue>
{
    /// <inheritdoc/>
    public override IMessageQueue Create(IActorRef owner, ActorSystem system)
    {
        if (owner is null || ActorMeter.Of(system) is not { } meter) return new UnboundedMessageQueue();
        var queue = new MeasuredQueue(meter, owner);
        meter.Add(queue.Meter, owner);
        return queue;
    }
}
