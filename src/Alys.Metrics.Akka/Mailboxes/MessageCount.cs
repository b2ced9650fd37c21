namespace Alys.Metrics.Akka.Mailboxes;

/// <summary>How many messages of one type a mailbox gave to its actor.</summary>
internal sealed class MessageCount(Type? type)
{
    /// <summary>Written by the mailbox's consumer alone, with plain stores.</summary>
    internal long Count;

    /// <summary>How much of <see cref="Count"/> is in <see cref="Counter"/>; under the meter's lock.</summary>
    internal long Reported;

    /// <summary>Where it is exposed; made when it is first reported.</summary>
    internal Counter? Counter;

    /// <summary>The type; null: all that found no room.</summary>
    internal Type? Type => type;
}
