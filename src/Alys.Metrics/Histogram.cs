using System.Runtime.CompilerServices;
using Alys.Metrics.Cells;
using Alys.Metrics.Exposition;

namespace Alys.Metrics;

/// <summary>
/// A distribution in cumulative buckets, with its sum and count. Buckets, sum and count come from one reading of the
/// same cells, so the +Inf bucket always equals the count.
/// </summary>
/// <remarks>
/// <b>Cost:</b> one thread-static load, a vectorised bucket search, two plain stores into neighbouring cells.
/// <para>
/// NaN and infinities are dropped and counted: one of them would spoil the sum for ever. So are negative values: a sum
/// that falls reads as a counter reset (OpenMetrics 1.0.0, "Histogram": a sum needs observations that are not
/// negative).
/// </para>
/// </remarks>
public sealed class Histogram : Instrument
{
    /// <summary>Values from here on count as infinite: a few of them would make the sum so.</summary>
    private const double TooLarge = 1e290;

    /// <summary>Keeps the slots from being given to another instrument.</summary>
    internal readonly CellBlock Block;

    /// <summary>The first of: a slot a bound, one for +Inf, one for the sum (a double's bits).</summary>
    private readonly int _slot;

    private readonly ChildPrefix _prefix;
    private readonly HistogramBounds _bounds;
    private readonly DroppedObservations _dropped;

    internal Histogram(
        ChildPrefix prefix, HistogramBounds bounds, CellAllocator cells, DroppedObservations dropped)
    {
        _prefix = prefix;
        _bounds = bounds;
        _dropped = dropped;
        (Block, _slot) = cells.Take(bounds.Count + 2);
    }

    /// <summary>How many values were observed. Cost: one load a thread and bucket; for tests and rare reads.</summary>
    public long Count
    {
        get
        {
            long[][] cells = CellStore.Snapshot();
            long count = 0;
            for (int bucket = 0; bucket <= _bounds.Count; bucket++) count += CellStore.Sum(cells, _slot + bucket);
            return count;
        }
    }

    /// <summary>The sum of the observed values. Cost: one load a thread; for tests and rare reads.</summary>
    public double Sum => SumOf(CellStore.Snapshot());

    /// <summary>
    /// Counts <paramref name="value"/> in the first bucket whose bound is not below it. NaN, an infinity or a negative
    /// value is dropped and counted in <c>alys_metrics_observations_dropped_total</c>.
    /// </summary>
    public void Observe(double value)
    {
        if (!(value >= 0 && value < TooLarge))
        {
            Drop(value);
            return;
        }

        long[]? cells = CellStore.Current;
        int slot = _slot;
        int sum = slot + _bounds.Count + 1;
        if (cells is null || (uint)sum >= (uint)cells.Length) cells = CellStore.Grow(sum + 1);
        cells[slot + _bounds.IndexOf(value)]++;
        ref double total = ref Unsafe.As<long, double>(ref cells[sum]);
        total += value;
        GC.KeepAlive(this);
    }

    /// <summary>Counts a duration, in seconds.</summary>
    public void Observe(TimeSpan duration) => Observe(duration.TotalSeconds);

    internal override ReadOnlySpan<byte> Labelled => _prefix.Count;

    internal override void Write(ref SampleWriter writer)
    {
        long cumulative = 0;
        for (int bucket = 0; bucket <= _bounds.Count; bucket++)
        {
            cumulative += CellStore.Sum(writer.Cells, _slot + bucket);
            writer.Sample(_prefix.Bucket, _bounds.Suffix(bucket, writer.Format), cumulative);
        }

        writer.Sample(_prefix.Sum, SumOf(writer.Cells));
        writer.Sample(_prefix.Count, cumulative);
    }

    private double SumOf(long[][] arrays)
    {
        int slot = _slot + _bounds.Count + 1;
        double sum = 0;
        foreach (long[] cells in arrays)
        {
            if ((uint)slot < (uint)cells.Length) sum += BitConverter.Int64BitsToDouble(Volatile.Read(ref cells[slot]));
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Drop(double value) => _dropped.Count(
        double.IsNaN(value) ? DropReason.NotANumber : value < 0 ? DropReason.Negative : DropReason.Infinite);
}
