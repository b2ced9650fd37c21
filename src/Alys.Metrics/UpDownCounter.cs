using System.Runtime.CompilerServices;
using Alys.Metrics.Cells;
using Alys.Metrics.Exposition;

namespace Alys.Metrics;

/// <summary>
/// A number that many threads raise and lower, such as requests under way; exposed as a gauge. For a value that one
/// place knows, use <see cref="Gauge"/>.
/// </summary>
/// <remarks><b>Cost:</b> as <see cref="Counter"/>.</remarks>
public sealed class UpDownCounter : Instrument
{
    private readonly CellRange _cells;
    private readonly byte[] _sample;

    internal UpDownCounter(ChildPrefix prefix, CellRange cells)
        : this(prefix.Sample, cells)
    {
    }

    private UpDownCounter(byte[] sample, CellRange cells)
    {
        _sample = sample;
        _cells = cells;
    }

    /// <summary>The sum over all threads. Cost: one load a thread; for tests and rare reads.</summary>
    public long Value => Activity(CellStore.Snapshot());

    internal override ReadOnlySpan<byte> Labelled => _sample;

    internal override CellRange? Cells => _cells;

    /// <summary>Adds one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Increment() => Add(1);

    /// <summary>Takes one away.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Decrement() => Add(-1);

    /// <summary>Adds <paramref name="amount"/>, which may be negative. Threads may differ between raise and
    /// lower.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(long amount)
    {
        CellStore.Own(_cells.First) += amount;
        GC.KeepAlive(this);
    }

    internal override void Write(ref SampleWriter writer) => writer.Sample(_sample, Activity(writer.Cells));

    internal override long Activity(long[][] cells) => CellStore.Sum(cells, _cells.Slot);

    internal override bool MayExpire(long[][] cells) => Activity(cells) == 0;

    internal override Instrument Twin() => new UpDownCounter(_sample, _cells);
}
