namespace Alys.Metrics.Cells;

/// <summary>Hands out slots of a registry's blocks.</summary>
internal sealed class CellAllocator
{
    private readonly Lock _gate = new();

    private CellBlock _block = new();

    /// <summary>Takes <paramref name="count"/> neighbouring slots; keep the block as long as the slots are
    /// used.</summary>
    internal (CellBlock Block, int Slot) Take(int count)
    {
        lock (_gate)
        {
            int slot = _block.Take(count);
            if (slot >= 0) return (_block, slot);
            _block = new CellBlock();
            return (_block, _block.Take(count));
        }
    }
}
