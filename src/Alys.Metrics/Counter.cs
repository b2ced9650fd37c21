using Alys.Metrics.Cells;
using Alys.Metrics.Exposition;

namespace Alys.Metrics;

/// <summary>A count of events that only grows, from 0. Unit: whole events, or the unit in its name.</summary>
/// <remarks>
/// <b>Cost:</b> one thread-static load, one bounds check and one plain store, without a lock, an interlocked operation
/// or an allocation; the first use by a thread allocates its cells.
/// </remarks>
public sealed class Counter : Instrument
{
    /// <summary>The most that can be added at once, 2^53: the last whole number that Prometheus can tell from its
    /// neighbours. More is no count of anything, and a few of them would overflow the total.</summary>
    public const long MostAtOnce = 1L << 53;

    /// <summary>Keeps the slot from being given to another instrument.</summary>
    internal readonly CellBlock Block;

    private readonly int _slot;
    private readonly byte[] _sample;
    private readonly DroppedObservations _dropped;

    internal Counter(ChildPrefix prefix, CellAllocator cells, DroppedObservations dropped)
    {
        _sample = prefix.Sample;
        (Block, _slot) = cells.Take(1);
        _dropped = dropped;
    }

    /// <summary>The total over all threads. Cost: one load a thread; for tests and rare reads.</summary>
    public long Value => CellStore.Sum(CellStore.Snapshot(), _slot);

    /// <summary>Adds one.</summary>
    public void Increment() => Add(1);

    /// <summary>Adds <paramref name="amount"/>, from 0 to <see cref="MostAtOnce"/>; another one is ignored and
    /// counted as
    /// dropped.</summary>
    public void Add(long amount)
    {
        // As an unsigned number a negative amount is large too, so one comparison finds both.
        if ((ulong)amount > MostAtOnce)
        {
            _dropped.Count(amount < 0 ? DropReason.Negative : DropReason.TooLarge);
            return;
        }

        CellStore.Own(_slot) += amount;
        GC.KeepAlive(this);
    }

    internal override ReadOnlySpan<byte> Labelled => _sample;

    internal override void Write(ref SampleWriter writer) =>
        writer.Sample(_sample, CellStore.Sum(writer.Cells, _slot));
}
