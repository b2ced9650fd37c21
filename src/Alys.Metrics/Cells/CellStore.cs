using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Alys.Metrics.Cells;

/// <summary>
/// The 64-bit cells of all counters and histograms of the process. Each thread writes plain stores into an array of its
/// own, indexed by slot; a reader sums one slot over all arrays. Protocol:
/// <list type="number">
/// <item>A slot belongs to one instrument for as long as that instrument is reachable (<see cref="CellBlock"/>).</item>
/// <item>An array is written by its owning thread only, and grown by it only, under <see cref="Gate"/>.</item>
/// <item>When a thread is dead its array, with its values, passes to the next new thread; it is never dropped. So no
/// count is lost, and memory follows the highest number of threads at once.</item>
/// <item>A reader takes the arrays once a scrape (<see cref="Snapshot"/>). One that is grown meanwhile is read a moment
/// old; the next snapshot sees the new one, so a sum never goes back between two scrapes.</item>
/// </list>
/// One array a thread, not a table of pages: the second dependent load doubled the cost of an increment (1.0 ns against
/// 0.4 ns). The price is memory up to the highest slot a thread has touched, which the registry's series limit bounds.
/// </summary>
internal static class CellStore
{
    internal const int BlockSize = 256;

    /// <summary>Guards owners, growth and the free list. Never taken on the hot path.</summary>
    private static readonly Lock Gate = new();

    /// <summary>Starts of blocks whose instruments are gone; their cells are zero in every array.</summary>
    private static readonly Stack<int> FreeBlocks = new();

    private static readonly List<ThreadCells> Owners = [];

    /// <summary>Arrays that were grown out of, which a scrape under way may still read: a block that is given back is
    /// zeroed in them too, or its next instrument would show the count of the one before.</summary>
    private static readonly List<WeakReference<long[]>> Superseded = [];

    private static int s_nextBlock;

    /// <summary>The cells of the current thread; null until it writes for the first time.</summary>
    [ThreadStatic]
    internal static long[]? Current;

    [ThreadStatic]
    private static ThreadCells? t_owner;

    /// <summary>How many arrays exist: the highest number of writing threads that lived at once.</summary>
    internal static int OwnerCount
    {
        get { lock (Gate) return Owners.Count; }
    }

    /// <summary>The current thread's cell of a slot, to be written by a plain store.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ref long Own(int slot)
    {
        long[]? cells = Current;
        if (cells is null || (uint)slot >= (uint)cells.Length) cells = Grow(slot + 1);
        return ref cells[slot];
    }

    /// <summary>The current thread's array, long enough to hold <paramref name="slots"/> slots.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static long[] Grow(int slots)
    {
        lock (Gate)
        {
            ThreadCells owner = t_owner ??= Adopt(Thread.CurrentThread);
            if (owner.Cells.Length < slots)
            {
                // Headroom of one half: growth is rare, and a thread seldom touches all of it.
                var grown = new long[Math.Min(RoundToBlock(slots + slots / 2), s_nextBlock)];
                owner.Cells.CopyTo(grown, 0);
                if (owner.Cells.Length > 0) Superseded.Add(new WeakReference<long[]>(owner.Cells));
                owner.Publish(grown);
            }

            return Current = owner.Cells;
        }
    }

    /// <summary>All arrays as they are now. Cost: one array of references a scrape.</summary>
    internal static long[][] Snapshot()
    {
        lock (Gate)
        {
            var arrays = new long[Owners.Count][];
            for (int i = 0; i < arrays.Length; i++) arrays[i] = Owners[i].Cells;
            return arrays;
        }
    }

    internal static int TakeBlock()
    {
        lock (Gate)
        {
            if (FreeBlocks.TryPop(out int start)) return start;
            start = s_nextBlock;
            s_nextBlock = checked(start + BlockSize);
            return start;
        }
    }

    /// <summary>Zeroes a block and makes it free. The caller proves that no instrument of the block is
    /// reachable.</summary>
    internal static void ReturnBlock(int start)
    {
        lock (Gate)
        {
            foreach (ThreadCells owner in Owners)
            {
                if (owner.Cells.Length > start) owner.Cells.AsSpan(start, BlockSize).Clear();
            }

            Superseded.RemoveAll(array => !array.TryGetTarget(out _));
            foreach (WeakReference<long[]> array in Superseded)
            {
                if (array.TryGetTarget(out long[]? cells) && cells.Length > start)
                    cells.AsSpan(start, BlockSize).Clear();
            }

            FreeBlocks.Push(start);
        }
    }

    /// <summary>Sum of one slot over the arrays of a snapshot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static long Sum(long[][] arrays, int slot)
    {
        long sum = 0;
        foreach (long[] cells in arrays)
        {
            if ((uint)slot < (uint)cells.Length) sum += Volatile.Read(ref cells[slot]);
        }

        return sum;
    }

    [SuppressMessage("Reliability", "CA2002", Justification = "Nothing is locked on the thread object; only read.")]
    private static ThreadCells Adopt(Thread thread)
    {
        foreach (ThreadCells owner in Owners)
        {
            if (!owner.Thread.IsAlive)
            {
                owner.Thread = thread;
                return owner;
            }
        }

        var created = new ThreadCells(thread);
        Owners.Add(created);
        return created;
    }

    private static int RoundToBlock(int slots) => (slots + BlockSize - 1) / BlockSize * BlockSize;
}
