using System.Collections.Concurrent;

namespace Alys.Metrics.Node;

/// <summary>
/// The actors of the node, by type. The node's own types exist at 0 from the start; actors of other types come under
/// their own name, up to a limit, and then under <c>other</c>.
/// </summary>
/// <remarks><b>Threads:</b> any. <b>Cost:</b> look a type up once and keep it.</remarks>
public sealed class ActorMetrics
{
    /// <summary>How many types there may be beside the node's own, unless said otherwise.</summary>
    public const int DefaultTypeLimit = 20;

    /// <summary>How many pairs of actor type and message type there may be, unless said otherwise.</summary>
    public const int DefaultMessageTypeLimit = 500;

    private const string Other = "other";
    private const string ActorTypeLabel = "actor_type";

    /// <summary>The ticket's bounds, the goals of 10, 25 and 100 ms, and room above the slowest alert.</summary>
    private static readonly HistogramBounds LatencyBounds =
        HistogramBounds.Of(0.0001, 0.0005, 0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5, 10, 30);

    private static readonly HistogramBounds LifecycleBounds =
        HistogramBounds.Of(0.001, 0.01, 0.1, 0.5, 1, 5, 10, 30, 60);

    private readonly ConcurrentDictionary<string, ActorTypeMetrics> _byName = new(StringComparer.Ordinal);
    private readonly ActorTypeMetrics[] _types;
    private readonly int _typeLimit;
    private readonly Lock _admission = new();

    private Func<long>[] _mailboxes = [];

    /// <summary>What takes the types that find no room; made when one does.</summary>
    private ActorTypeMetrics? _other;

    /// <summary>Makes the metrics.</summary>
    /// <param name="registry">Where they are exposed.</param>
    /// <param name="typeLimit">How many actor types there may be beside the node's own; 0 or more.</param>
    /// <param name="messageTypeLimit">How many pairs of actor type and message type; 1 or more.</param>
    /// <exception cref="ArgumentException">They are there already, or the registry has no room.</exception>
    public ActorMetrics(
        MetricRegistry registry,
        int typeLimit = DefaultTypeLimit,
        int messageTypeLimit = DefaultMessageTypeLimit)
    {
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentOutOfRangeException.ThrowIfNegative(typeLimit);
        _typeLimit = typeLimit + Enum.GetValues<ActorType>().Length;
        TextFamilyOptions types = Each(1);
        Messages = registry.TextCounterFamily(
            "alys_actor_messages_total", "Messages processed by actors.", types, ActorTypeLabel);
        MessagesByType = registry.TextCounterFamily(
            "alys_actor_messages_by_type_total",
            "Messages processed by actors, by type of the message.",
            new TextFamilyOptions { Limit = messageTypeLimit },
            ActorTypeLabel, "message_type");
        Latency = registry.TextHistogramFamily(
            "alys_actor_message_latency_seconds", "Time to process a message.", LatencyBounds, types, ActorTypeLabel);
        Wait = registry.TextHistogramFamily(
            "alys_actor_mailbox_wait_seconds", "Time that a message waited in the mailbox.", LatencyBounds, types,
            ActorTypeLabel);
        MailboxSize = registry.TextUpDownCounterFamily(
            "alys_actor_mailbox_size", "Messages that wait in the mailboxes of a type, all its actors together.", types,
            ActorTypeLabel);
        MailboxCapacity = registry.TextGaugeFamily(
            "alys_actor_mailbox_capacity",
            "Messages that the bounded mailboxes of a type can hold, all its actors together; absent without one.",
            types, ActorTypeLabel);
        OldestMessage = registry.TextGaugeFamily(
            "alys_actor_mailbox_oldest_message_age_seconds",
            "Age of the oldest message that waits in a mailbox of a type; 0: none waits.", types, ActorTypeLabel);
        Restarts = registry.TextCounterFamily(
            "alys_actor_restarts_total", "Actor restarts, by reason.",
            Each(Enum.GetValues<RestartReason>().Length), ActorTypeLabel, "reason");
        Failures = registry.TextCounterFamily(
            "alys_actor_failures_total", "Failures of actors, by what their supervisor decided.",
            Each(Enum.GetValues<ActorDirective>().Length), ActorTypeLabel, "directive");
        Running = registry.TextUpDownCounterFamily(
            "alys_actors_running", "Actors that run now.", types, ActorTypeLabel);
        Unhandled = registry.TextCounterFamily(
            "alys_actor_unhandled_messages_total", "Messages that their actor does not handle.", types, ActorTypeLabel);
        Unstashed = registry.TextCounterFamily(
            "alys_actor_unstashed_messages_total", "Messages that came back from a stash into the mailbox.", types,
            ActorTypeLabel);
        Lifecycle = registry.TextHistogramFamily(
            "alys_actor_lifecycle_duration_seconds", "Time to spawn, stop or recover an actor.", LifecycleBounds,
            Each(Enum.GetValues<ActorLifecycleEvent>().Length), ActorTypeLabel, "event");
        DeadLetters = registry.CounterFamily<DeadLetterCause>(
            "alys_actor_dead_letters_total", "Messages that reached no actor, by cause.", "cause");
        Asks = registry.CounterFamily<AskResult>(
            "alys_actor_asks_total", "Questions to actors that are over, by result.", "result");
        AskDuration = registry.Histogram(
            "alys_actor_ask_duration_seconds", "Time from a question to an actor to its answer or its end.",
            LatencyBounds);
        DispatcherDelay = registry.TextHistogramFamily(
            "alys_actor_dispatcher_delay_seconds", "Time that an actor with messages waited for a thread.",
            LatencyBounds, new TextFamilyOptions { Limit = DefaultTypeLimit }, "dispatcher");

        registry.ObservableGauge(
            "alys_actor_mailboxes", "Mailboxes that are measured; absent without an actor system.", ReadMailboxes);

        _types = [.. LabelValue.All<ActorType>().Select(type => Of(type))];
    }

    internal TextFamily<Counter> Messages { get; }

    internal TextFamily<Counter> MessagesByType { get; }

    internal TextFamily<Histogram> Latency { get; }

    internal TextFamily<Histogram> Wait { get; }

    internal TextFamily<UpDownCounter> MailboxSize { get; }

    internal TextFamily<Gauge> MailboxCapacity { get; }

    internal TextFamily<Gauge> OldestMessage { get; }

    internal TextFamily<Counter> Restarts { get; }

    internal TextFamily<Counter> Failures { get; }

    internal TextFamily<UpDownCounter> Running { get; }

    internal TextFamily<Counter> Unhandled { get; }

    internal TextFamily<Counter> Unstashed { get; }

    internal TextFamily<Histogram> Lifecycle { get; }

    private EnumFamily<Counter, DeadLetterCause> DeadLetters { get; }

    private EnumFamily<Counter, AskResult> Asks { get; }

    private Histogram AskDuration { get; }

    private TextFamily<Histogram> DispatcherDelay { get; }

    /// <summary>The metrics of one type; an unknown type counts as <see cref="ActorType.System"/>.</summary>
    public ActorTypeMetrics Of(ActorType type) =>
        Enum.IsDefined(type) ? _types[(int)type] : _types[(int)ActorType.System];

    /// <summary>The metrics of a type that is not one of the node's own; of <c>other</c> when there are as many as
    /// there may be.</summary>
    /// <param name="type">The label <c>actor_type</c>, such as <c>greeter</c>.</param>
    public ActorTypeMetrics Of(string type)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        if (_byName.TryGetValue(type, out ActorTypeMetrics? known)) return known;
        lock (_admission)
        {
            if (_byName.TryGetValue(type, out known)) return known;
            if (_byName.Count >= _typeLimit || type == Other) return _other ??= new ActorTypeMetrics(this, Other);
            return _byName[type] = new ActorTypeMetrics(this, type);
        }
    }

    /// <summary>Adds something that has mailboxes. It is asked at the beginning of each scrape how many, and may bring
    /// all other metrics up to date then.</summary>
    public void AddMailboxes(Func<long> report)
    {
        ArgumentNullException.ThrowIfNull(report);
        lock (_admission) _mailboxes = [.. _mailboxes, report];
    }

    /// <summary>Takes away what <see cref="AddMailboxes"/> added.</summary>
    public void RemoveMailboxes(Func<long> report)
    {
        lock (_admission) _mailboxes = [.. _mailboxes.Where(known => known != report)];
    }

    /// <summary>A message reached no actor.</summary>
    public void DeadLetter(DeadLetterCause cause) => DeadLetters[cause].Increment();

    /// <summary>A question to an actor is over.</summary>
    public void Asked(AskResult result, TimeSpan duration)
    {
        Asks[result].Increment();
        AskDuration.Observe(duration);
    }

    /// <summary>An actor with messages got a thread of a dispatcher.</summary>
    /// <param name="dispatcher">The dispatcher's id, such as <c>akka.actor.default-dispatcher</c>.</param>
    /// <param name="delay">How long it waited for it.</param>
    /// <param name="weight">How many waits this one stands for: 1, or more when only some are timed.</param>
    public void Dispatched(string dispatcher, TimeSpan delay, long weight = 1) =>
        DispatcherDelay.WithLabels(dispatcher).Observe(delay.TotalSeconds, weight);

    /// <summary>The limit of a family with so many series for each type and for <c>other</c>; <see cref="Of(string)"/>
    /// admits no more types, so nothing is refused.</summary>
    private TextFamilyOptions Each(int series) => new() { Limit = (_typeLimit + 1) * series };

    private double? ReadMailboxes()
    {
        Func<long>[] all = Volatile.Read(ref _mailboxes);
        if (all.Length == 0) return null;
        long mailboxes = 0;
        foreach (Func<long> report in all) mailboxes += report();
        return mailboxes;
    }
}
