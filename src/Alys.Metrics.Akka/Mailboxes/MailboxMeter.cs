using System.Diagnostics;
using System.Runtime.CompilerServices;
using Akka.Actor;
using Alys.Metrics.Akka.Lifecycle;
using Alys.Metrics.Node;

namespace Alys.Metrics.Akka.Mailboxes;

/// <summary>What one mailbox measures. Its consumer writes here; <see cref="ActorMeter"/> takes it from here to the
/// registry.</summary>
/// <remarks><b>Threads:</b> as said at each member; the consumer is one at a time.</remarks>
internal sealed class MailboxMeter
{
    private readonly MessageCounts _counts = new();
    private readonly ActorMeter _meter;
    private readonly IActorRef _owner;

    /// <summary>When the message began that is timed now; 0: none is. The consumer's.</summary>
    private long _began;
    private int _thread;
    private int _weight;

    /// <summary>Messages that came back from a stash and are not counted again. The consumer's.</summary>
    private long _returned;
    private long _unstashed;

    private ActorTypeMetrics? _metrics;

    internal MailboxMeter(ActorMeter meter, IActorRef owner, IMeasuredQueue queue, long? capacity)
    {
        _meter = meter;
        _owner = owner;
        Queue = queue;
        Capacity = capacity;
    }

    internal IMeasuredQueue Queue { get; }

    internal int OneIn => _meter.OneIn;

    /// <summary>For who schedules the mailbox; one at a time does.</summary>
    internal TimedRun TimedRun => field ??= new TimedRun(this);

    internal long? Capacity { get; }

    internal long Born { get; } = Stopwatch.GetTimestamp();

    internal IReadOnlyList<MessageCount> Counts => _counts.All;

    /// <summary>Messages that came back from a stash. Any thread.</summary>
    internal long Unstashed => Volatile.Read(ref _unstashed);

    /// <summary>What of the above is in the registry. Under the meter's lock.</summary>
    internal long ReportedUnstashed { get; set; }

    internal long ReportedSize { get; set; }

    /// <summary>When the actor failed, and when somebody wanted it to stop; 0: not. Any thread.</summary>
    internal long FailedAt { get; set; }

    internal long StopAskedAt { get; set; }

    internal Exception? Cause { get; set; }

    /// <summary>Whether the actor was counted as running. Under the meter's lock.</summary>
    internal bool IsRunning { get; set; }

    /// <summary>The metrics of the actor's type; null while its cell is being made.</summary>
    internal ActorTypeMetrics? Metrics => _metrics ??= _meter.MetricsOf(_owner);

    /// <summary>A message goes to the actor. The consumer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Dequeued(object message, long stamp, int weight)
    {
        if (_returned > 0) _returned--;
        else _counts.Add(message);
        if (stamp != 0) Begin(stamp, weight);
    }

    /// <summary>The consumer is back: the message that was timed is over.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Returned()
    {
        if (_began != 0) End();
    }

    /// <summary>Somebody asks whether there are messages: the consumer, or a thread that wants it to run.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Asked()
    {
        if (_began != 0 && _thread == Environment.CurrentManagedThreadId) End();
    }

    /// <summary>A message came back from the stash. The consumer.</summary>
    internal void CameBack()
    {
        _returned++;
        Volatile.Write(ref _unstashed, _unstashed + 1);
    }

    /// <summary>A run of the mailbox, one of those that are timed, got a thread. Any thread.</summary>
    internal void Dispatched(string dispatcher, TimeSpan delay) =>
        _meter.Metrics.Dispatched(dispatcher, delay, _meter.OneIn);

    /// <summary>What was wrong is over.</summary>
    internal void Forget()
    {
        FailedAt = 0;
        Cause = null;
    }

    /// <summary>The mailbox is closed and empty.</summary>
    internal void Retire()
    {
        Returned();
        _meter.Retire(this);
    }

    private void Begin(long stamp, int weight)
    {
        long now = Sampling.Timestamp();
        Metrics?.Waited(Sampling.Seconds(stamp, now), weight);
        _thread = Environment.CurrentManagedThreadId;
        _weight = weight;
        _began = now;
    }

    private void End()
    {
        Metrics?.Took(Sampling.Seconds(_began, Sampling.Timestamp()), _weight);
        _began = 0;
    }
}
