using System.Runtime.CompilerServices;
using Alys.Metrics.Cells;

namespace Alys.Metrics.Tests.Cells;

public sealed class CellStoreTests
{
    [Fact]
    public void The_cells_of_a_registry_nobody_holds_are_zeroed_and_used_again()
    {
        int abandoned = Abandon();

        // Other tests take blocks at the same time, so it may come back to one of them; then the next try sees it.
        var held = new List<CellBlock>();
        SpinWait.SpinUntil(
            () =>
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                var block = new CellBlock(CellStore.BlockSize);
                held.Add(block);
                return block.Take(1) == abandoned;
            },
            TimeSpan.FromSeconds(20));

        Assert.True(CellStore.Sum(CellStore.Snapshot(), abandoned) == 0, "A used slot was given away with its value.");
        Assert.Contains(held, block => block.Take(1) == abandoned + 1);
    }

    [Fact]
    public void A_thread_that_ends_leaves_its_counts_and_its_cells_to_the_next()
    {
        Counter counter = new MetricRegistry().Counter("test_total", "Tests.");

        for (int i = 0; i < 100; i++)
        {
            var thread = new Thread(() => counter.Add(1));
            thread.Start();
            thread.Join();
        }

        Assert.Equal(100, counter.Value);
    }

    [Fact]
    public void A_scrape_that_began_before_a_thread_grew_sees_no_count_of_a_registry_that_is_gone()
    {
        (long[][] before, int abandoned) = AbandonAndGrow();
        Assert.Equal(42, CellStore.Sum(before, abandoned));

        bool zeroed = SpinWait.SpinUntil(
            () =>
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                return CellStore.Sum(before, abandoned) == 0;
            },
            TimeSpan.FromSeconds(20));

        Assert.True(zeroed, "The array that was grown out of still shows the count.");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (long[][] Before, int Slot) AbandonAndGrow()
    {
        int slot = Abandon();
        long[][] before = CellStore.Snapshot();
        var blocks = new List<CellBlock>();
        int length = CellStore.OwnLength, last;
        do
        {
            blocks.Add(new CellBlock(CellStore.BlockSize));
            last = blocks[^1].Take(1);
        }
        while (last < length);
        CellStore.Grow(last);
        return (before, slot);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Abandon()
    {
        var block = new CellBlock(CellStore.BlockSize);
        int slot = block.Take(1);
        CellStore.Own((uint)slot) = 42;
        return slot;
    }
}
