using System.Diagnostics;
using System.Runtime.CompilerServices;
using Alys.Metrics.Cells;
using Alys.Metrics.Exposition;
using Alys.Metrics.Meters;

namespace Alys.Metrics;

/// <summary>
/// A distribution in cumulative buckets, with its sum and count. Buckets, sum and count come from one reading of the
/// same cells, so the +Inf bucket always equals the count.
/// </summary>
/// <remarks>
/// <b>Cost:</b> one thread-static load, a vectorised bucket search without a branch a bound, two plain stores into
/// neighbouring cells.
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

    /// <summary>How often a listener hears of one observation that has a weight.</summary>
    private const long MostRelayed = 1_024;

    /// <summary>
    /// How many cells share the sum. An addition to a double in memory takes as long as its last one needs to arrive
    /// there, some nine cycles; values of different buckets go to different cells, so that they do not wait for each
    /// other (3.1 ns against 2.2 ns an observation).
    /// </summary>
    private const int SumCells = 4;

    /// <summary><see cref="SumCells"/> for the sum (a double's bits each), then one a bound, then one for
    /// +Inf.</summary>
    private readonly CellRange _cells;

    private readonly ChildPrefix _prefix;
    private readonly HistogramBounds _bounds;
    private readonly double[] _padded;
    private readonly DroppedObservations _dropped;
    private readonly HistogramRelay _relay;

    /// <summary>The bits of the least value that takes the rare way. Bits of doubles from 0 on are ordered as the
    /// doubles are; those of negative values, infinities and NaN are above, so one comparison finds all.</summary>
    private ulong _rareFrom;

    /// <summary>The labels as tags, for whoever listens; made when somebody does.</summary>
    private KeyValuePair<string, object?>[]? _tags;

    internal Histogram(
        ChildPrefix prefix,
        HistogramBounds bounds,
        CellRange cells,
        DroppedObservations dropped,
        HistogramRelay relay)
    {
        _prefix = prefix;
        _bounds = bounds;
        _padded = bounds.Padded;
        _dropped = dropped;
        _cells = cells;
        _relay = relay;
        FollowRelay();
    }

    /// <summary>How many values were observed. Cost: one load a thread and bucket; for tests and rare reads.</summary>
    public long Count => Activity(CellStore.Snapshot());

    /// <summary>The sum of the observed values. Cost: a few loads a thread; for tests and rare reads.</summary>
    public double Sum => SumOf(CellStore.Snapshot());

    internal override ReadOnlySpan<byte> Labelled => _prefix.Count;

    internal override bool IsTotal => true;

    internal override CellRange? Cells => _cells;

    /// <summary>
    /// Counts <paramref name="value"/> in the first bucket whose bound is not below it. NaN, an infinity or a negative
    /// value is dropped and counted in <c>alys_metrics_observations_dropped_total</c>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Observe(double value)
    {
        if (CellStore.Has(_cells.First) && BitConverter.DoubleToUInt64Bits(value) < _rareFrom) Record(value);
        else ObserveRarely(value, 1);
        GC.KeepAlive(this);
    }

    /// <summary>
    /// Counts <paramref name="value"/> as often as <paramref name="weight"/> says: for who measures one event in a few
    /// and lets it stand for the others. A weight below 1 is dropped and counted as a negative value.
    /// </summary>
    /// <remarks><b>Cost:</b> as one observation. Whoever listens to the histogram hears of it once a weight, up to
    /// 1,024 times.</remarks>
    public void Observe(double value, long weight)
    {
        if (weight < 1)
        {
            _dropped.Count(DropReason.Negative);
            return;
        }

        if (CellStore.Has(_cells.First) && BitConverter.DoubleToUInt64Bits(value) < _rareFrom) Record(value, weight);
        else ObserveRarely(value, weight);
        GC.KeepAlive(this);
    }

    /// <summary>Counts a duration, in seconds.</summary>
    public void Observe(TimeSpan duration) => Observe(duration.TotalSeconds);

    /// <summary>
    /// Counts the time since <paramref name="started"/>, in seconds, and returns the time that it is now: the start of
    /// what comes next, so that stages one after the other cost one timestamp each and leave no gap.
    /// </summary>
    /// <param name="started">What <see cref="Stopwatch.GetTimestamp"/> or an earlier call returned.</param>
    /// <returns>The timestamp of now.</returns>
    public long ObserveSince(long started)
    {
        long now = Stopwatch.GetTimestamp();
        // Not as a TimeSpan, whose 100 nanoseconds are coarse for what takes a few of them.
        Observe((now - started) / (double)Stopwatch.Frequency);
        return now;
    }

    /// <summary>Starts to time a block: <c>using (histogram.Time()) { … }</c> counts its seconds when it is left, by a
    /// throw too. Cost: two timestamps, nothing allocated.</summary>
    public HistogramTimer Time() => new(this, Stopwatch.GetTimestamp());

    /// <summary>How many cells a histogram of these bounds has.</summary>
    internal static int CellsOf(HistogramBounds bounds) => SumCells + bounds.Count + 1;

    /// <summary>While somebody listens, all observations take the rare way, which passes them on: so that nobody pays
    /// for it while nobody does.</summary>
    internal void FollowRelay() => Volatile.Write(
        ref _rareFrom, _relay.IsListenedTo ? 0 : BitConverter.DoubleToUInt64Bits(TooLarge));

    internal override void Write(ref SampleWriter writer)
    {
        long cumulative = 0;
        for (int bucket = 0; bucket <= _bounds.Count; bucket++)
        {
            cumulative += CellStore.Sum(writer.Cells, Bucket(bucket));
            writer.Sample(_prefix.Bucket, _bounds.Suffix(bucket, writer.Format), cumulative);
        }

        writer.Sample(_prefix.Sum, SumOf(writer.Cells));
        writer.Sample(_prefix.Count, cumulative);
        if (_prefix.Created is not null) writer.Created(_prefix.Created);
    }

    internal override long Activity(long[][] cells)
    {
        long count = 0;
        for (int bucket = 0; bucket <= _bounds.Count; bucket++) count += CellStore.Sum(cells, Bucket(bucket));
        return count;
    }

    internal override Instrument Twin() => new Histogram(_prefix, _bounds, _cells, _dropped, _relay);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Record(double value)
    {
        // All cells of a histogram lie in one block, which the thread has when it has the first of them.
        ref long first = ref CellStore.OwnUnchecked(_cells.First);
        nuint bucket = HistogramBounds.IndexOf(_padded, value);
        Unsafe.Add(ref first, SumCells + bucket)++;
        Unsafe.Add(ref Unsafe.As<long, double>(ref first), bucket & (SumCells - 1)) += value;
    }

    private void Record(double value, long weight)
    {
        ref long first = ref CellStore.OwnUnchecked(_cells.First);
        nuint bucket = HistogramBounds.IndexOf(_padded, value);
        Unsafe.Add(ref first, SumCells + bucket) += weight;
        Unsafe.Add(ref Unsafe.As<long, double>(ref first), bucket & (SumCells - 1)) += value * weight;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ObserveRarely(double value, long weight)
    {
        if (!(value >= 0 && value < TooLarge))
        {
            _dropped.Count(
                double.IsNaN(value) ? DropReason.NotANumber : value < 0 ? DropReason.Negative : DropReason.Infinite);
            return;
        }

        if (!CellStore.Has(_cells.First)) CellStore.Grow(_cells.Slot);
        Record(value, weight);
        if (!_relay.IsListenedTo) return;
        _tags ??= RenderedLabels.Read(_prefix.Count);
        for (long i = Math.Min(weight, MostRelayed); i > 0; i--) _relay.Pass(value, _tags);
    }

    private int Bucket(int index) => _cells.Slot + SumCells + index;

    private double SumOf(long[][] arrays)
    {
        double sum = 0;
        for (int cell = 0; cell < SumCells; cell++) sum += CellStore.SumReal(arrays, _cells.Slot + cell);
        return sum;
    }
}
