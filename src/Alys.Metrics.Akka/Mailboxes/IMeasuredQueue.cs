using Akka.Dispatch.MessageQueues;

namespace Alys.Metrics.Akka.Mailboxes;

/// <summary>A mailbox's queue that measures.</summary>
internal interface IMeasuredQueue : IMessageQueue
{
    /// <summary>What it measured.</summary>
    internal MailboxMeter Meter { get; }

    /// <summary>How old the oldest message is; zero: none waits. Any thread, asked at each report.</summary>
    internal TimeSpan OldestAge();
}
