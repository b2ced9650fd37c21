using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;

namespace Alys.Metrics.Akka.Mailboxes;

/// <summary>A mailbox of any type, measured: it stands in the configuration in its place and makes it.</summary>
public abstract class WrappingMailbox : MailboxType
{
    /// <summary>Where the configuration keeps the type that is wrapped.</summary>
    internal const string InnerTypeKey = "alys-measured-mailbox-type";

    private readonly MailboxType _inner;
    private readonly long? _capacity;

    /// <param name="settings">The actor system's.</param>
    /// <param name="config">The mailbox's section.</param>
    protected WrappingMailbox(Settings settings, Config config)
        : base(settings, config)
    {
        string name = config.GetString(InnerTypeKey, null)
            ?? throw new ArgumentException($"'{InnerTypeKey}' is missing in the mailbox's section.");
        Type type = Type.GetType(name)
            ?? throw new ArgumentException($"'{InnerTypeKey}' names the type '{name}', which is not there.");
        _inner = (MailboxType)Activator.CreateInstance(type, settings, config)!;
        _capacity = _inner switch
        {
            BoundedMailbox bounded => bounded.Capacity,
            BoundedDequeBasedMailbox bounded => bounded.Capacity,
            _ => null,
        };
    }

    /// <inheritdoc/>
    public override IMessageQueue Create(IActorRef owner, ActorSystem system)
    {
        IMessageQueue inner = _inner.Create(owner, system);
        if (owner is null || ActorMeter.Of(system) is not { } meter) return inner;
        WrappedQueue queue = Wrap(inner, meter, owner, _capacity);
        meter.Add(queue.Meter, owner);
        return queue;
    }

    private protected abstract WrappedQueue Wrap(
        IMessageQueue inner, ActorMeter meter, IActorRef owner, long? capacity);
}
