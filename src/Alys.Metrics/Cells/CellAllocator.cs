namespace Alys.Metrics.Cells;

/// <summary>Hands out slots of a registry's blocks, and takes back those of children that are gone.</summary>
/// <remarks>Threads: any.</remarks>
internal sealed class CellAllocator
{
    private readonly Lock _gate = new();

    /// <summary>Ranges that were given back, zero in every array, by their size: there are as many sizes as the
    /// registry's open families have kinds of instruments.</summary>
    private readonly Dictionary<int, Stack<CellRange>> _free = [];

    private CellBlock _block = new(CellStore.BlockSize);

    /// <summary>Takes neighbouring slots. Up to <see cref="CellStore.BlockSize"/> of them lie in one block, so whoever
    /// finds the first in an array finds them all.</summary>
    internal CellRange Take(int count)
    {
        lock (_gate)
        {
            if (_free.TryGetValue(count, out Stack<CellRange>? free) && free.TryPop(out CellRange range)) return range;
            int slot = _block.Take(count);
            if (slot >= 0) return new CellRange(_block, slot, count);
            CellBlock block = new(count);
            if (count < CellStore.BlockSize) _block = block;
            return new CellRange(block, block.Take(count), count);
        }
    }

    /// <summary>Gives slots back. The caller proves that no instrument that writes to them is reachable.</summary>
    internal void Free(CellRange range)
    {
        CellStore.Zero(range.Slot, range.Count);
        lock (_gate)
        {
            if (!_free.TryGetValue(range.Count, out Stack<CellRange>? free))
                _free.Add(range.Count, free = new Stack<CellRange>());
            free.Push(range);
        }
    }
}
