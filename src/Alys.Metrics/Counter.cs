using System.Runtime.CompilerServices;
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

    private readonly CellRange _cells;
    private readonly byte[] _sample;
    private readonly byte[]? _created;
    private readonly DroppedObservations _dropped;

    internal Counter(ChildPrefix prefix, CellRange cells, DroppedObservations dropped)
        : this(prefix.Sample, prefix.Created, cells, dropped)
    {
    }

    private Counter(byte[] sample, byte[]? created, CellRange cells, DroppedObservations dropped)
    {
        _sample = sample;
        _created = created;
        _cells = cells;
        _dropped = dropped;
    }

    /// <summary>The total over all threads. Cost: one load a thread; for tests and rare reads.</summary>
    public long Value => Activity(CellStore.Snapshot());

    internal override ReadOnlySpan<byte> Labelled => _sample;

    internal override bool IsTotal => true;

    internal override CellRange? Cells => _cells;

    /// <summary>Adds one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Increment() => Add(1);

    /// <summary>Adds <paramref name="amount"/>, from 0 to <see cref="MostAtOnce"/>; another one is ignored and
    /// counted as dropped.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(long amount)
    {
        nuint slot = _cells.First;
        // As an unsigned number a negative amount is large too, so one comparison finds both.
        if (CellStore.Has(slot) && (ulong)amount <= MostAtOnce) CellStore.OwnUnchecked(slot) += amount;
        else AddRarely(slot, amount);
        GC.KeepAlive(this);
    }

    /// <summary>What is rare: the thread's first use of a block, or an amount that is refused.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void AddRarely(nuint slot, long amount)
    {
        if ((ulong)amount <= MostAtOnce) CellStore.Own(slot) += amount;
        else _dropped.Count(amount < 0 ? DropReason.Negative : DropReason.TooLarge);
    }

    internal override void Write(ref SampleWriter writer)
    {
        writer.Sample(_sample, Activity(writer.Cells));
        if (_created is not null) writer.Created(_created);
    }

    internal override long Activity(long[][] cells) => CellStore.Sum(cells, _cells.Slot);

    internal override Instrument Twin() => new Counter(_sample, _created, _cells, _dropped);
}
