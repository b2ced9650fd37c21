using System.Runtime.CompilerServices;
using Alys.Metrics.Cells;
using Alys.Metrics.Exposition;

namespace Alys.Metrics.Meters;

/// <summary>A sum of real numbers, for a meter's counters of <c>float</c>, <c>double</c> and <c>decimal</c>.</summary>
/// <remarks><b>Cost:</b> as <see cref="Counter"/>: one plain store into the thread's own cell.</remarks>
internal sealed class RealSum : Instrument
{
    /// <summary>Amounts from here on count as infinite, as in a histogram: a few of them would make the sum
    /// so.</summary>
    private const double TooLarge = 1e290;

    private readonly CellRange _cells;
    private readonly byte[] _sample;
    private readonly DroppedObservations _dropped;

    /// <summary>0 for a sum that only grows, else the least amount that is taken.</summary>
    private readonly double _least;

    /// <summary>When it began, for OpenMetrics; null: it does not say.</summary>
    private readonly byte[]? _created;

    internal RealSum(ChildPrefix prefix, bool onlyGrows, CellRange cells, DroppedObservations dropped)
    {
        _sample = prefix.Sample;
        _created = prefix.Created;
        _least = onlyGrows ? 0 : -TooLarge;
        _cells = cells;
        _dropped = dropped;
    }

    internal double Value => CellStore.SumReal(CellStore.Snapshot(), _cells.Slot);

    /// <summary>Adds <paramref name="amount"/>; NaN, an infinity or, where the sum only grows, a negative one is
    /// dropped and counted.</summary>
    internal void Add(double amount)
    {
        if (!(amount >= _least && amount < TooLarge))
        {
            Drop(amount);
            return;
        }

        Unsafe.As<long, double>(ref CellStore.Own(_cells.First)) += amount;
        GC.KeepAlive(this);
    }

    internal override ReadOnlySpan<byte> Labelled => _sample;

    internal override void Write(ref SampleWriter writer)
    {
        writer.Sample(_sample, CellStore.SumReal(writer.Cells, _cells.Slot));
        if (_created is not null) writer.Created(_created);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Drop(double amount) => _dropped.Count(
        double.IsNaN(amount) ? DropReason.NotANumber
        : Math.Abs(amount) >= TooLarge ? DropReason.Infinite
        : DropReason.Negative);
}
