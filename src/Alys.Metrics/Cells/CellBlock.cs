namespace Alys.Metrics.Cells;

/// <summary>
/// A run of slots that instruments of one registry share. Every instrument keeps its block alive, so when the block is
/// finalised no handle is left that could write to it, and its slots can be used again.
/// </summary>
internal sealed class CellBlock
{
    private readonly int _start = CellStore.TakeBlock();

    private int _used;

    ~CellBlock() => CellStore.ReturnBlock(_start);

    /// <summary>Takes <paramref name="count"/> neighbouring slots, or -1 if the rest of the block is too
    /// short.</summary>
    /// <remarks>Threads: the registry's lock is held.</remarks>
    internal int Take(int count)
    {
        if (_used + count > CellStore.BlockSize) return -1;
        int slot = _start + _used;
        _used += count;
        return slot;
    }
}
