using Akka.Actor;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;

namespace Alys.Metrics.Akka.Mailboxes;

/// <summary>
/// A queue of somebody else's, measured from outside. Which order it has is not known, so one message at a time is
/// timed and recognised by its reference; an object that is sent many times is recognised at its first copy.
/// </summary>
/// <remarks><b>Threads:</b> as the queue inside.</remarks>
internal abstract class WrappedQueue : IMeasuredQueue
{
    private readonly IMessageQueue _inner;
    private readonly int _weight;
    private readonly WaitingMarks _marks = new();

    /// <summary>1: a message is timed, or a producer prepares it.</summary>
    private int _claim;

    /// <summary>The message that is timed; null: none.</summary>
    private object? _timed;
    private long _stamp;

    /// <summary>Messages that were picked while another one was timed; the next stands for them too.</summary>
    private int _missed;

    /// <summary>Messages taken out. The consumer's.</summary>
    private long _taken;

    private protected WrappedQueue(IMessageQueue inner, ActorMeter meter, IActorRef owner, long? capacity)
    {
        _inner = inner;
        _weight = meter.OneIn;
        Meter = new MailboxMeter(meter, owner, this, capacity);
    }

    public MailboxMeter Meter { get; }

    /// <inheritdoc/>
    public bool HasMessages
    {
        get
        {
            Meter.Asked();
            return _inner.HasMessages;
        }
    }

    /// <inheritdoc/>
    public int Count => _inner.Count;

    /// <summary>The queue inside.</summary>
    protected IMessageQueue Inner => _inner;

    /// <inheritdoc/>
    public void Enqueue(IActorRef receiver, Envelope envelope)
    {
        if (RandomGap.IsOver(_weight)) Time(envelope.Message);
        _inner.Enqueue(receiver, envelope);
    }

    /// <inheritdoc/>
    public bool TryDequeue(out Envelope envelope)
    {
        Meter.Returned();
        if (!_inner.TryDequeue(out envelope)) return false;
        _taken++;
        long stamp = 0;
        int weight = _weight;
        if (ReferenceEquals(Volatile.Read(ref _timed), envelope.Message))
        {
            stamp = _stamp;
            weight *= 1 + Interlocked.Exchange(ref _missed, 0);
            Release();
        }

        Meter.Dequeued(envelope.Message, stamp, weight);
        return true;
    }

    /// <inheritdoc/>
    public void CleanUp(IActorRef owner, IMessageQueue deadletters)
    {
        _inner.CleanUp(owner, deadletters);
        Meter.Retire();
    }

    public TimeSpan OldestAge()
    {
        int size = _inner.Count;
        TimeSpan age = _marks.Next(Volatile.Read(ref _taken), size);
        // A bounded queue may have dropped the one that was to be timed.
        if (size == 0 && _claim == 1 && Sampling.Seconds(_stamp, Sampling.Timestamp()) > 1) Release();
        return age;
    }

    /// <summary>A message comes back from the stash.</summary>
    protected void CameBack() => Meter.CameBack();

    private void Time(object message)
    {
        if (Interlocked.CompareExchange(ref _claim, 1, 0) != 0)
        {
            Interlocked.Increment(ref _missed);
            return;
        }

        _stamp = Sampling.Timestamp();
        Volatile.Write(ref _timed, message);
    }

    private void Release()
    {
        _timed = null;
        Volatile.Write(ref _claim, 0);
    }
}

/// <summary>See <see cref="WrappingUnboundedMailbox"/>.</summary>
internal sealed class WrappedUnboundedQueue(IMessageQueue inner, ActorMeter meter, IActorRef owner, long? capacity)
    : WrappedQueue(inner, meter, owner, capacity), IUnboundedMessageQueueSemantics;

/// <summary>See <see cref="WrappingBoundedMailbox"/>.</summary>
internal sealed class WrappedBoundedQueue(IMessageQueue inner, ActorMeter meter, IActorRef owner, long? capacity)
    : WrappedQueue(inner, meter, owner, capacity), IBoundedMessageQueueSemantics
{
    /// <inheritdoc/>
    public TimeSpan PushTimeOut => ((IBoundedMessageQueueSemantics)Inner).PushTimeOut;
}

/// <summary>See <see cref="WrappingDequeMailbox"/>.</summary>
internal sealed class WrappedDequeQueue(IMessageQueue inner, ActorMeter meter, IActorRef owner, long? capacity)
    : WrappedQueue(inner, meter, owner, capacity), IUnboundedDequeBasedMessageQueueSemantics
{
    /// <inheritdoc/>
    public void EnqueueFirst(Envelope envelope)
    {
        CameBack();
        ((IDequeBasedMessageQueueSemantics)Inner).EnqueueFirst(envelope);
    }
}

/// <summary>See <see cref="WrappingBoundedDequeMailbox"/>.</summary>
internal sealed class WrappedBoundedDequeQueue(IMessageQueue inner, ActorMeter meter, IActorRef owner, long? capacity)
    : WrappedQueue(inner, meter, owner, capacity), IBoundedDequeBasedMessageQueueSemantics
{
    /// <inheritdoc/>
    public TimeSpan PushTimeOut => ((IBoundedMessageQueueSemantics)Inner).PushTimeOut;

    /// <inheritdoc/>
    public void EnqueueFirst(Envelope envelope)
    {
        CameBack();
        ((IDequeBasedMessageQueueSemantics)Inner).EnqueueFirst(envelope);
    }
}
