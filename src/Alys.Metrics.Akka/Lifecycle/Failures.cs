using System.Diagnostics;
using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Alys.Metrics.Akka.Mailboxes;
using Alys.Metrics.Node;

namespace Alys.Metrics.Akka.Lifecycle;

/// <summary>What supervisors decide, read from the messages that they send.</summary>
internal static class Failures
{
    /// <summary>Sees a message of the actor system before it is sent. It never throws.</summary>
    /// <param name="meter">The system's meter.</param>
    /// <param name="cell">The recipient.</param>
    /// <param name="message">The message.</param>
    internal static void Observe(ActorMeter meter, ActorCell cell, SystemMessage message)
    {
        if (message is Failed failed)
        {
            Fail(meter, failed);
            return;
        }

        if (meter.MailboxOf(cell.Self) is not { } mailbox) return;
        switch (message)
        {
            case Recreate when mailbox.FailedAt != 0:
                // The failure is remembered: it is over when the actor says that it has restarted.
                mailbox.Metrics?.Failed(ActorDirective.Restart);
                break;
            case Resume { CausedByFailure: not null } when mailbox.FailedAt != 0:
                Decide(mailbox, ActorDirective.Resume);
                break;
            case Terminate:
                if (mailbox.FailedAt != 0) Decide(mailbox, ActorDirective.Stop);
                if (mailbox.StopAskedAt == 0) mailbox.StopAskedAt = Stopwatch.GetTimestamp();
                break;
        }
    }

    private static void Fail(ActorMeter meter, Failed failed)
    {
        if (meter.MailboxOf(failed.Child) is not { } child) return;
        child.FailedAt = Stopwatch.GetTimestamp();
        child.Cause = failed.Cause;
        if (failed.Child is not ActorRefWithCell { Underlying: ActorCell cell }) return;

        // A supervisor that escalates fails with what its child failed with.
        foreach (IInternalActorRef grandchild in cell.GetChildren())
        {
            if (meter.MailboxOf(grandchild) is { } origin && origin != child && IsSame(origin.Cause, failed.Cause))
                Decide(origin, ActorDirective.Escalate);
        }
    }

    private static bool IsSame(Exception? one, Exception? other) => one is not null && ReferenceEquals(one, other);

    private static void Decide(MailboxMeter mailbox, ActorDirective directive)
    {
        mailbox.Forget();
        mailbox.Metrics?.Failed(directive);
    }
}
