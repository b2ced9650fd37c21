using Akka.Actor;
using Akka.Event;
using Alys.Metrics.Node;

namespace Alys.Metrics.Akka.Lifecycle;

/// <summary>
/// Hears on the event stream of actors that start, stop and restart, and of messages that nobody takes. It has no
/// mailbox: it runs on the thread that publishes, so nothing waits and nothing is counted late.
/// </summary>
internal sealed class TelemetryListener : MinimalActorRef
{
    private readonly ActorMeter _meter;
    private readonly ExtendedActorSystem _system;

    private TelemetryListener(ExtendedActorSystem system, ActorMeter meter)
    {
        _system = system;
        _meter = meter;
        Path = system.Provider.TempPath();
    }

    /// <inheritdoc/>
    public override ActorPath Path { get; }

    /// <inheritdoc/>
    public override IActorRefProvider Provider => _system.Provider;

    internal static void Subscribe(ExtendedActorSystem system, ActorMeter meter)
    {
        var listener = new TelemetryListener(system, meter);
        foreach (Type type in new[]
        {
            typeof(ActorStarted), typeof(ActorStopped), typeof(ActorRestarted), typeof(AllDeadLetters),
        })
        {
            system.EventStream.Subscribe(listener, type);
        }
    }

    /// <inheritdoc/>
    protected override void TellInternal(object message, IActorRef sender)
    {
        switch (message)
        {
            case ActorStarted started:
                _meter.Spawned(started.Subject, null);
                break;
            case ActorStopped stopped:
                _meter.Stopped(stopped.Subject);
                break;
            case ActorRestarted restarted:
                _meter.Restarted(restarted.Subject, restarted.Reason);
                break;
            case UnhandledMessage unhandled:
                _meter.MailboxOf(unhandled.Recipient)?.Metrics?.MessageUnhandled();
                break;
            case AllDeadLetters letter:
                _meter.Metrics.DeadLetter(CauseOf(letter));
                break;
        }
    }

    private DeadLetterCause CauseOf(AllDeadLetters letter) => letter switch
    {
        SuppressedDeadLetter => DeadLetterCause.Suppressed,
        Dropped => DeadLetterCause.Dropped,
        _ when letter.Recipient is null || letter.Recipient.IsNobody() => DeadLetterCause.NoRecipient,
        _ when letter.Recipient.Equals(_system.DeadLetters) => DeadLetterCause.NoRecipient,
        _ when letter.Recipient is ActorRefWithCell { Underlying.IsTerminated: false } => DeadLetterCause.MailboxFull,
        _ => DeadLetterCause.Stopped,
    };
}
