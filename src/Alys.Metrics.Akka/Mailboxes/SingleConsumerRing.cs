using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Akka.Actor;

namespace Alys.Metrics.Akka.Mailboxes;

/// <summary>
/// A ring of envelopes that many threads fill and one empties. The producers' half is the bounded queue of D. Vyukov
/// ("Bounded MPMC queue", 1024cores.net): each slot has a sequence number that says whose turn it is. A mailbox has one
/// consumer at a time, so its half needs no interlocked operation.
/// </summary>
/// <remarks>
/// The slot of position p may be filled when its sequence is p, and emptied when it is p + 1; emptying sets it to
/// p + length, the position that fills it next.
/// <para><b>Threads:</b> <see cref="TryEnqueue"/> and <see cref="Freeze"/> any; <see cref="TryDequeue"/> one at a time,
/// with a barrier between two consumers (a mailbox's status is one).</para>
/// </remarks>
internal sealed class SingleConsumerRing
{
    /// <summary>Added to the tail so that no position fits a slot any more.</summary>
    private const long Frozen = 1L << 62;

    private readonly Slot[] _slots;
    private readonly long _mask;

    private Ends _ends;

    /// <param name="length">How many envelopes it holds; a power of two.</param>
    /// <param name="first">The position of its first envelope in the mailbox's life.</param>
    internal SingleConsumerRing(int length, long first)
    {
        _slots = new Slot[length];
        _mask = length - 1;
        First = first;
        for (int i = 0; i < length; i++) _slots[i].Sequence = i;
    }

    internal int Length => _slots.Length;

    /// <summary>The position of its first envelope in the mailbox's life.</summary>
    internal long First { get; }

    /// <summary>The ring that came after this one was full; null: none.</summary>
    internal SingleConsumerRing? Next { get; private set; }

    /// <summary>How many envelopes were ever put in, by position in the mailbox's life.</summary>
    internal long Tail => First + (Volatile.Read(ref _ends.Tail) & ~Frozen);

    /// <summary>How many were ever taken out, by position in the mailbox's life.</summary>
    internal long Head => First + Volatile.Read(ref _ends.Head);

    /// <summary>Whether the consumer would find an envelope now. One that is being put in is not there yet: whoever
    /// puts it in asks for the actor to run when it is.</summary>
    internal bool HasEnvelope
    {
        get
        {
            long head = _ends.Head;
            return Volatile.Read(ref _slots[head & _mask].Sequence) == head + 1;
        }
    }

    /// <summary>Whether nothing more will come out of it.</summary>
    internal bool IsSpent => Volatile.Read(ref _ends.Tail) == _ends.Head + Frozen;

    /// <summary>When the envelope at the head was put in, in ticks of <see cref="CoarseClock"/>; null: none is there.
    /// May be asked by any thread, and may then be of one that left just now.</summary>
    internal int? HeadTick
    {
        get
        {
            long head = Volatile.Read(ref _ends.Head);
            ref Slot slot = ref _slots[head & _mask];
            if (Volatile.Read(ref slot.Sequence) != head + 1) return null;
            return slot.Tick;
        }
    }

    /// <summary>False: it is full or frozen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryEnqueue(in Envelope envelope, in Sampling sampling)
    {
        while (true)
        {
            long tail = Volatile.Read(ref _ends.Tail);
            ref Slot slot = ref Unsafe.Add(
                ref MemoryMarshal.GetArrayDataReference(_slots), (nint)(tail & _mask));
            long turn = Volatile.Read(ref slot.Sequence) - tail;
            if (turn == 0)
            {
                if (Interlocked.CompareExchange(ref _ends.Tail, tail + 1, tail) != tail) continue;
                slot.Envelope = envelope;
                slot.Tick = CoarseClock.Now;
                slot.Stamp = sampling.Picks(First + tail) ? Sampling.Timestamp() : 0;
                // The consumer sees the envelope when it sees the number: a release, which its acquiring read meets.
                Volatile.Write(ref slot.Sequence, tail + 1);
                return true;
            }

            if (turn < 0) return false;
        }
    }

    /// <summary>Takes the envelope at the head. False: none is there yet.</summary>
    /// <param name="envelope">The envelope.</param>
    /// <param name="stamp">When it was put in, if it is one that is timed; else 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryDequeue(out Envelope envelope, out long stamp)
    {
        long head = _ends.Head;
        ref Slot slot = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_slots), (nint)(head & _mask));
        if (Volatile.Read(ref slot.Sequence) != head + 1)
        {
            envelope = default;
            stamp = 0;
            return false;
        }

        envelope = slot.Envelope;
        stamp = slot.Stamp;
        slot.Envelope = default;
        // The slot is given back before the head moves: whoever sees the new head sees a slot that is free.
        Volatile.Write(ref slot.Sequence, head + _slots.Length);
        Volatile.Write(ref _ends.Head, head + 1);
        return true;
    }

    /// <summary>Lets nothing more in and links the ring that follows. Once, under the mailbox's lock.</summary>
    internal void Freeze(int nextLength)
    {
        // Producers that won their position before still fill it; the consumer waits for them.
        long tail = Interlocked.Add(ref _ends.Tail, Frozen) - Frozen;
        Next = new SingleConsumerRing(nextLength, First + tail);
    }

    private struct Slot
    {
        internal Envelope Envelope;
        internal long Sequence;
        internal long Stamp;
        internal int Tick;
    }

    /// <summary>Head and tail on cache lines of their own, two each for processors that fetch them in pairs.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 3 * 128)]
    private struct Ends
    {
        [FieldOffset(128)]
        internal long Head;

        [FieldOffset(256)]
        internal long Tail;
    }
}
