namespace Alys.Metrics.Cells;

/// <summary>Neighbouring slots that one instrument has. Whoever keeps the range keeps its block, and so the
/// slots.</summary>
/// <param name="Block">Where the slots come from.</param>
/// <param name="Slot">The first slot.</param>
/// <param name="Count">How many.</param>
internal readonly record struct CellRange(CellBlock Block, int Slot, int Count)
{
    /// <summary>The first slot as the hot path wants it: a pointer is indexed without a sign extension.</summary>
    internal nuint First => (uint)Slot;

    /// <summary>One slot of this range as a range of its own.</summary>
    internal CellRange At(int index) => new(Block, Slot + index, 1);
}
