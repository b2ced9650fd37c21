namespace Alys.DevNode.Actors;

/// <summary>The mailboxes of the node: bounded, by how much waiting messages matter. One more message than there is
/// room for becomes a dead letter.</summary>
internal static class Mailboxes
{
    /// <summary>1,000 messages.</summary>
    public const string Background = "alys.mailbox.background";

    /// <summary>10,000 messages.</summary>
    public const string Standard = "alys.mailbox.standard";

    /// <summary>50,000 messages.</summary>
    public const string High = "alys.mailbox.high";

    /// <summary>100,000 messages.</summary>
    public const string Critical = "alys.mailbox.critical";

    /// <summary>Without a bound, for actors that put messages aside.</summary>
    public const string Stashing = "alys.mailbox.stashing";

    public const string Configuration =
        """
        alys.mailbox {
          background {
            mailbox-type = "Akka.Dispatch.BoundedMailbox, Akka"
            mailbox-capacity = 1000
            mailbox-push-timeout-time = 10ms
          }
          standard {
            mailbox-type = "Akka.Dispatch.BoundedMailbox, Akka"
            mailbox-capacity = 10000
            mailbox-push-timeout-time = 10ms
          }
          high {
            mailbox-type = "Akka.Dispatch.BoundedMailbox, Akka"
            mailbox-capacity = 50000
            mailbox-push-timeout-time = 10ms
          }
          critical {
            mailbox-type = "Akka.Dispatch.BoundedMailbox, Akka"
            mailbox-capacity = 100000
            mailbox-push-timeout-time = 10ms
          }
          stashing {
            mailbox-type = "Akka.Dispatch.UnboundedDequeBasedMailbox, Akka"
          }
        }
        """;
}
