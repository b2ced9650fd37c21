namespace Alys.Metrics.Cells;

/// <summary>
/// A run of slots that instruments of one registry share. Every instrument keeps its block alive, so when the block is
/// finalised no handle is left that could write to it, and its slots can be used again.
/// </summary>
internal sealed class CellBlock
{
    private readonly int _size;
    private readonly int _start;

    private int _used;

    /// <summary>A block with room for <paramref name="slots"/>.</summary>
    internal CellBlock(int slots)
    {
        _size = CellStore.RoundToBlock(slots);
        _start = CellStore.TakeBlock(_size);
    }

    ~CellBlock() => CellStore.ReturnBlock(_start, _size);

    /// <summary>Takes <paramref name="count"/> neighbouring slots, or -1 if the rest of the block is too
    /// short.</summary>
    /// <remarks>Threads: the allocator's lock is held.</remarks>
    internal int Take(int count)
    {
        if (_used + count > _size) return -1;
        int slot = _start + _used;
        _used += count;
        return slot;
    }
}
