namespace Alys.Metrics.Node;

/// <summary>The metrics of all actors of one type. Keep it: every method is then an increment or two.</summary>
/// <remarks><b>Threads:</b> any. Sizes are raised and lowered, never set, so that actors of a type add up.</remarks>
public sealed class ActorTypeMetrics
{
    private readonly ActorMetrics _all;
    private readonly ActorType _type;
    private readonly Counter _messages;
    private readonly Histogram _latency;
    private readonly UpDownCounter _mailboxSize;
    private readonly UpDownCounter _running;

    internal ActorTypeMetrics(ActorMetrics all, ActorType type)
    {
        _all = all;
        _type = type;
        _messages = all.Messages[type];
        _latency = all.Latency[type];
        _mailboxSize = all.MailboxSize[type];
        _running = all.Running[type];
    }

    /// <summary>A message came into a mailbox.</summary>
    public void MessageEnqueued() => _mailboxSize.Increment();

    /// <summary>A message left a mailbox, to be processed or because its actor stopped.</summary>
    public void MessageDequeued() => _mailboxSize.Decrement();

    /// <summary>A message was processed.</summary>
    public void MessageProcessed(TimeSpan latency)
    {
        _messages.Increment();
        _latency.Observe(latency);
    }

    /// <summary>An actor runs.</summary>
    public void Spawned(TimeSpan duration)
    {
        _running.Increment();
        _all.Lifecycle[_type, ActorLifecycleEvent.Spawn].Observe(duration);
    }

    /// <summary>An actor is gone.</summary>
    public void Stopped(TimeSpan duration)
    {
        _running.Decrement();
        _all.Lifecycle[_type, ActorLifecycleEvent.Stop].Observe(duration);
    }

    /// <summary>An actor failed and runs again.</summary>
    public void Restarted(RestartReason reason, TimeSpan recovery)
    {
        _all.Restarts[_type, reason].Increment();
        _all.Lifecycle[_type, ActorLifecycleEvent.Recovery].Observe(recovery);
    }
}
