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
    /// <summary>Keeps the slot from being given to another instrument.</summary>
    internal readonly CellBlock Block;

    private readonly int _slot;
    private readonly byte[] _sample;

    internal UpDownCounter(ChildPrefix prefix, CellAllocator cells)
    {
        _sample = prefix.Sample;
        (Block, _slot) = cells.Take(1);
    }

    /// <summary>The sum over all threads. Cost: one load a thread; for tests and rare reads.</summary>
    public long Value => CellStore.Sum(CellStore.Snapshot(), _slot);

    /// <summary>Adds one.</summary>
    public void Increment() => Add(1);

    /// <summary>Takes one away.</summary>
    public void Decrement() => Add(-1);

    /// <summary>Adds <paramref name="amount"/>, which may be negative. Threads may differ between raise and
    /// lower.</summary>
    public void Add(long amount)
    {
        CellStore.Own(_slot) += amount;
        GC.KeepAlive(this);
    }

    internal override ReadOnlySpan<byte> Labelled => _sample;

    internal override void Write(ref SampleWriter writer) =>
        writer.Sample(_sample, CellStore.Sum(writer.Cells, _slot));
}
