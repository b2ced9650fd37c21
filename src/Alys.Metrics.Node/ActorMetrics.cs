namespace Alys.Metrics.Node;

/// <summary>The actors of the node, by type.</summary>
/// <remarks><b>Threads:</b> any.</remarks>
public sealed class ActorMetrics
{
    /// <summary>The ticket's bounds, the goals of 10, 25 and 100 ms, and room above the slowest alert.</summary>
    private static readonly HistogramBounds LatencyBounds =
        HistogramBounds.Of(0.0001, 0.0005, 0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5, 10, 30);

    private static readonly HistogramBounds LifecycleBounds =
        HistogramBounds.Of(0.001, 0.01, 0.1, 0.5, 1, 5, 10, 30, 60);

    private readonly ActorTypeMetrics[] _types;

    /// <summary>Makes the metrics.</summary>
    public ActorMetrics(MetricRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        Messages = registry.CounterFamily<ActorType>(
            "alys_actor_messages_total", "Messages processed by actors.", "actor_type");
        Latency = registry.HistogramFamily<ActorType>(
            "alys_actor_message_latency_seconds", "Time to process a message.", "actor_type", LatencyBounds);
        MailboxSize = registry.UpDownCounterFamily<ActorType>(
            "alys_actor_mailbox_size", "Messages that wait in the mailboxes of a type, all its actors together.",
            "actor_type");
        Restarts = registry.CounterFamily<ActorType, RestartReason>(
            "alys_actor_restarts_total", "Actor restarts, by reason.", "actor_type", "reason");
        Running = registry.UpDownCounterFamily<ActorType>(
            "alys_actors_running", "Actors that run now.", "actor_type");
        Lifecycle = registry.HistogramFamily<ActorType, ActorLifecycleEvent>(
            "alys_actor_lifecycle_duration_seconds", "Time to spawn, stop or recover an actor.", "actor_type", "event",
            LifecycleBounds);
        _types = [.. Enum.GetValues<ActorType>().Select(type => new ActorTypeMetrics(this, type))];
    }

    internal EnumFamily<Counter, ActorType> Messages { get; }

    internal EnumFamily<Histogram, ActorType> Latency { get; }

    internal EnumFamily<UpDownCounter, ActorType> MailboxSize { get; }

    internal EnumFamily<Counter, ActorType, RestartReason> Restarts { get; }

    internal EnumFamily<UpDownCounter, ActorType> Running { get; }

    internal EnumFamily<Histogram, ActorType, ActorLifecycleEvent> Lifecycle { get; }

    /// <summary>The metrics of one type; an unknown type counts as <see cref="ActorType.System"/>.</summary>
    public ActorTypeMetrics Of(ActorType type) =>
        Enum.IsDefined(type) ? _types[(int)type] : _types[(int)ActorType.System];
}
