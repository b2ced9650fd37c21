using Alys.Metrics.Node;

namespace Alys.Metrics.Akka.Mailboxes;

/// <summary>What the mailboxes of one type are together, in one report.</summary>
internal sealed class MailboxTotals
{
    private TimeSpan _oldest;
    private long? _capacity;

    internal void Clear()
    {
        _oldest = TimeSpan.Zero;
        _capacity = null;
    }

    internal void Add(MailboxMeter mailbox)
    {
        TimeSpan age = mailbox.Queue.OldestAge();
        if (age > _oldest) _oldest = age;
        if (mailbox.Capacity is { } capacity) _capacity = (_capacity ?? 0) + capacity;
    }

    internal void Report(ActorTypeMetrics metrics)
    {
        metrics.OldestMessageIs(_oldest);
        metrics.MailboxesHold(_capacity);
    }
}
