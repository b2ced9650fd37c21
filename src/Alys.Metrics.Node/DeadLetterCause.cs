namespace Alys.Metrics.Node;

/// <summary>Why a message reached no actor: the label <c>cause</c>.</summary>
public enum DeadLetterCause
{
    /// <summary>Its actor has stopped.</summary>
    Stopped,

    /// <summary>It was sent to dead letters, or to nobody.</summary>
    NoRecipient,

    /// <summary>Its actor runs, but its mailbox had no room.</summary>
    MailboxFull,

    /// <summary>A part of the actor system dropped it, such as a router without routees.</summary>
    Dropped,

    /// <summary>It is of a kind whose loss is normal.</summary>
    Suppressed,
}
