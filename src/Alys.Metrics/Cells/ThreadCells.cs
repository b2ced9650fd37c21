namespace Alys.Metrics.Cells;

/// <summary>The array of one thread at a time, and who that is. Written under the store's gate.</summary>
internal sealed class ThreadCells(Thread thread)
{
    private long[] _cells = [];

    /// <summary>The owner. Kept as an object, because a thread's id is used again and its being alive is not.</summary>
    internal Thread Thread { get; set; } = thread;

    internal long[] Cells => Volatile.Read(ref _cells);

    /// <summary>Makes a grown copy visible, its content before its reference.</summary>
    internal void Publish(long[] grown) => Volatile.Write(ref _cells, grown);
}
