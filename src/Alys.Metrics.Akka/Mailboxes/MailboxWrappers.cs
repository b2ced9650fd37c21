using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;

namespace Alys.Metrics.Akka.Mailboxes;

/// <summary>Which wrapper a type of mailbox gets.</summary>
internal static class MailboxWrappers
{
    /// <summary>What a queue may be beside one of the four kinds; nobody asks a mailbox for it.</summary>
    private static readonly HashSet<Type> Known =
    [
        typeof(IMessageQueue), typeof(ISemantics), typeof(IUnboundedMessageQueueSemantics),
        typeof(IBoundedMessageQueueSemantics), typeof(IDequeBasedMessageQueueSemantics),
        typeof(IUnboundedDequeBasedMessageQueueSemantics), typeof(IBoundedDequeBasedMessageQueueSemantics),
        typeof(IMultipleConsumerSemantics), typeof(IBlockingMessageQueueSemantics),
    ];

    /// <summary>Null: its queue is of a kind that its actors may ask for and a wrapper would hide.</summary>
    internal static Type? Of(Type mailbox)
    {
        Type? queue = mailbox.GetInterfaces()
            .FirstOrDefault(type =>
                type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IProducesMessageQueue<>))
            ?.GetGenericArguments()[0];
        Type[] kinds = queue?.GetInterfaces() ?? [];
        if (kinds.Any(kind => typeof(ISemantics).IsAssignableFrom(kind) && !Known.Contains(kind))) return null;

        bool isBounded = kinds.Contains(typeof(IBoundedMessageQueueSemantics));
        if (!kinds.Contains(typeof(IDequeBasedMessageQueueSemantics)))
            return isBounded ? typeof(WrappingBoundedMailbox) : typeof(WrappingUnboundedMailbox);
        return isBounded ? typeof(WrappingBoundedDequeMailbox) : typeof(WrappingDequeMailbox);
    }
}
