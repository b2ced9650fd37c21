namespace Alys.Metrics.Node;

/// <summary>The metrics of all actors of one type. Keep it: every method is then an increment or two.</summary>
/// <remarks><b>Threads:</b> any. Sizes are raised and lowered, never set, so that actors of a type add up.</remarks>
public sealed class ActorTypeMetrics
{
    private readonly ActorMetrics _all;
    private readonly Counter _messages;
    private readonly Histogram _latency;
    private readonly Histogram _wait;
    private readonly UpDownCounter _mailboxSize;
    private readonly Gauge _mailboxCapacity;
    private readonly Gauge _oldestMessage;
    private readonly UpDownCounter _running;
    private readonly Counter _unhandled;
    private readonly Counter _unstashed;
    private readonly Counter[] _restarts;
    private readonly Counter[] _failures;
    private readonly Histogram[] _lifecycle;

    internal ActorTypeMetrics(ActorMetrics all, string type)
    {
        _all = all;
        Type = type;
        _messages = all.Messages.WithLabels(type);
        _latency = all.Latency.WithLabels(type);
        _wait = all.Wait.WithLabels(type);
        _mailboxSize = all.MailboxSize.WithLabels(type);
        _mailboxCapacity = all.MailboxCapacity.WithLabels(type);
        _oldestMessage = all.OldestMessage.WithLabels(type);
        _running = all.Running.WithLabels(type);
        _unhandled = all.Unhandled.WithLabels(type);
        _unstashed = all.Unstashed.WithLabels(type);
        _restarts = ByEach<RestartReason, Counter>(all.Restarts);
        _failures = ByEach<ActorDirective, Counter>(all.Failures);
        _lifecycle = ByEach<ActorLifecycleEvent, Histogram>(all.Lifecycle);
        _oldestMessage.Set(0);
    }

    /// <summary>The label <c>actor_type</c>.</summary>
    public string Type { get; }

    /// <summary>A message came into a mailbox.</summary>
    public void MessageEnqueued() => _mailboxSize.Increment();

    /// <summary>A message left a mailbox, to be processed or because its actor stopped.</summary>
    public void MessageDequeued() => _mailboxSize.Decrement();

    /// <summary>Mailboxes hold more or, below 0, fewer messages.</summary>
    public void MailboxesGrew(long messages) => _mailboxSize.Add(messages);

    /// <summary>What the bounded mailboxes can hold together; null: there is none.</summary>
    public void MailboxesHold(long? capacity)
    {
        if (capacity is { } messages) _mailboxCapacity.Set(messages);
        else _mailboxCapacity.Clear();
    }

    /// <summary>How old the oldest message is that waits; zero: none waits.</summary>
    public void OldestMessageIs(TimeSpan age) => _oldestMessage.Set(Math.Max(0, age.TotalSeconds));

    /// <summary>A message was processed.</summary>
    public void MessageProcessed(TimeSpan latency)
    {
        _messages.Increment();
        _latency.Observe(latency);
    }

    /// <summary>Messages were processed, whose latency is told apart.</summary>
    public void MessagesProcessed(long count) => _messages.Add(count);

    /// <summary>The counter of the messages of one type. Keep it.</summary>
    /// <param name="type">The label <c>message_type</c>, such as <c>import_block</c>.</param>
    public Counter MessagesOf(string type) => _all.MessagesByType.WithLabels(Type, type);

    /// <summary>How long a message took.</summary>
    /// <param name="seconds">Its time.</param>
    /// <param name="weight">How many messages it stands for: 1, or more when only some are timed.</param>
    public void Took(double seconds, long weight = 1) => _latency.Observe(seconds, weight);

    /// <summary>How long a message waited in its mailbox; see <see cref="Took"/>.</summary>
    public void Waited(double seconds, long weight = 1) => _wait.Observe(seconds, weight);

    /// <summary>Messages came back from a stash.</summary>
    public void MessagesUnstashed(long count) => _unstashed.Add(count);

    /// <summary>An actor does not handle a message that it got.</summary>
    public void MessageUnhandled() => _unhandled.Increment();

    /// <summary>An actor runs.</summary>
    /// <param name="duration">Since somebody wanted it to; null: not known.</param>
    public void Spawned(TimeSpan? duration)
    {
        _running.Increment();
        if (duration is { } time) Lifecycle(ActorLifecycleEvent.Spawn, time);
    }

    /// <summary>An actor is gone.</summary>
    /// <param name="duration">Since somebody wanted it to; null: not known.</param>
    public void Stopped(TimeSpan? duration)
    {
        _running.Decrement();
        if (duration is { } time) Lifecycle(ActorLifecycleEvent.Stop, time);
    }

    /// <summary>An actor failed, and its supervisor decided.</summary>
    public void Failed(ActorDirective directive)
    {
        if (Enum.IsDefined(directive)) _failures[(int)directive].Increment();
    }

    /// <summary>An actor failed and runs again.</summary>
    /// <param name="reason">Why; one that is no member counts as <see cref="RestartReason.ActorPanic"/>.</param>
    /// <param name="recovery">Since its failure; null: not known.</param>
    public void Restarted(RestartReason reason, TimeSpan? recovery)
    {
        _restarts[Enum.IsDefined(reason) ? (int)reason : (int)RestartReason.ActorPanic].Increment();
        if (recovery is { } time) Lifecycle(ActorLifecycleEvent.Recovery, time);
    }

    private void Lifecycle(ActorLifecycleEvent step, TimeSpan duration) => _lifecycle[(int)step].Observe(duration);

    private TInstrument[] ByEach<TEnum, TInstrument>(TextFamily<TInstrument> family)
        where TEnum : struct, Enum
        where TInstrument : Instrument =>
        [.. LabelValue.All<TEnum>().Select(value => family.WithLabels(Type, value))];
}
