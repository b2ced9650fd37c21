using Akka.Actor;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;

namespace Alys.Metrics.Akka.Mailboxes;

/// <summary>
/// The queue of an unbounded mailbox: rings of growing length, so that a mailbox that is rarely full allocates nothing
/// a message and one that grows copies nothing.
/// </summary>
/// <remarks><b>Threads:</b> <see cref="Enqueue"/>, <see cref="Count"/> and <see cref="HasMessages"/> any;
/// <see cref="TryDequeue"/> one at a time.</remarks>
internal sealed class MeasuredQueue : IMeasuredQueue, IUnboundedMessageQueueSemantics
{
    private const int FirstLength = 32;
    private const int GreatestLength = 1 << 16;

    private readonly Lock _growth = new();
    private readonly Sampling _sampling;

    private SingleConsumerRing _head;
    private SingleConsumerRing _tail;

    internal MeasuredQueue(ActorMeter meter, IActorRef owner)
    {
        _sampling = meter.NewSampling();
        _head = _tail = new SingleConsumerRing(FirstLength, 0);
        Meter = new MailboxMeter(meter, owner, this, null);
    }

    public MailboxMeter Meter { get; }

    /// <inheritdoc/>
    public bool HasMessages
    {
        get
        {
            Meter.Asked();
            SingleConsumerRing head = Volatile.Read(ref _head);
            return head.HasEnvelope || (head.IsSpent && head.Next is { } next && next.HasEnvelope);
        }
    }

    /// <inheritdoc/>
    public int Count => (int)Math.Clamp(Volatile.Read(ref _tail).Tail - Volatile.Read(ref _head).Head, 0, int.MaxValue);

    /// <inheritdoc/>
    public void Enqueue(IActorRef receiver, Envelope envelope)
    {
        SingleConsumerRing tail = Volatile.Read(ref _tail);
        if (!tail.TryEnqueue(envelope, _sampling)) EnqueueAfter(tail, envelope);
    }

    /// <inheritdoc/>
    public bool TryDequeue(out Envelope envelope)
    {
        Meter.Returned();
        if (!TryTake(out envelope, out long stamp)) return false;
        Meter.Dequeued(envelope.Message, stamp, _sampling.Weight);
        return true;
    }

    /// <inheritdoc/>
    public void CleanUp(IActorRef owner, IMessageQueue deadletters)
    {
        while (TryTake(out Envelope envelope, out _)) deadletters.Enqueue(owner, envelope);
        Meter.Retire();
    }

    public TimeSpan OldestAge()
    {
        SingleConsumerRing head = Volatile.Read(ref _head);
        return (head.HeadTick ?? head.Next?.HeadTick) is { } tick ? CoarseClock.Since(tick) : TimeSpan.Zero;
    }

    private bool TryTake(out Envelope envelope, out long stamp)
    {
        while (!_head.TryDequeue(out envelope, out stamp))
        {
            if (!_head.IsSpent || _head.Next is not { } next) return false;
            Volatile.Write(ref _head, next);
        }

        return true;
    }

    private void EnqueueAfter(SingleConsumerRing full, in Envelope envelope)
    {
        while (true)
        {
            lock (_growth)
            {
                if (_tail == full)
                {
                    full.Freeze(Math.Min(full.Length * 2, GreatestLength));
                    Volatile.Write(ref _tail, full.Next!);
                }
            }

            full = Volatile.Read(ref _tail);
            if (full.TryEnqueue(envelope, _sampling)) return;
        }
    }
}
