using System.Numerics;
using System.Runtime.CompilerServices;

namespace Alys.Metrics.Meters;

/// <summary>
/// Sets of tags, as they were given, to series: chained hashing over an array. Several sets can lead to one series. A
/// reader needs no lock. The one writer at a time appends a node and makes it visible by one reference store: as the
/// head of its chain, or, when the table is full, by a new table. A node that a reader can reach is never changed.
/// </summary>
internal sealed class TagTable<TSeries>
    where TSeries : class
{
    internal static readonly TagTable<TSeries> Empty = new(1);

    private readonly Node?[] _heads;

    private TagTable(int heads) => _heads = new Node?[heads];

    /// <summary>How many sets there are.</summary>
    internal int Count { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TSeries? Find(ulong hash, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        Node?[] heads = _heads;
        Node? node = heads[(int)hash & (heads.Length - 1)];
        while (node is not null)
        {
            if (node.Hash == hash && TagHash.Same(node.Tags, tags)) return node.Series;
            node = node.Next;
        }

        return null;
    }

    /// <summary>This table with one set more, or a larger copy.</summary>
    /// <remarks>Threads: the family's lock is held.</remarks>
    internal TagTable<TSeries> With(ulong hash, KeyValuePair<string, object?>[] tags, TSeries series)
    {
        TagTable<TSeries> table = (Count + 1) * 2 <= _heads.Length ? this : Larger();
        table.Link(hash, tags, series);
        return table;
    }

    private TagTable<TSeries> Larger()
    {
        var larger = new TagTable<TSeries>((int)BitOperations.RoundUpToPowerOf2((uint)Count * 4 + 8));
        foreach (Node? head in _heads)
        {
            for (Node? node = head; node is not null; node = node.Next) larger.Link(node.Hash, node.Tags, node.Series);
        }

        return larger;
    }

    private void Link(ulong hash, KeyValuePair<string, object?>[] tags, TSeries series)
    {
        ref Node? head = ref _heads[(int)hash & (_heads.Length - 1)];
        Volatile.Write(ref head, new Node(hash, tags, series, head));
        Count++;
    }

    private sealed class Node(ulong hash, KeyValuePair<string, object?>[] tags, TSeries series, Node? next)
    {
        internal readonly ulong Hash = hash;
        internal readonly KeyValuePair<string, object?>[] Tags = tags;
        internal readonly TSeries Series = series;
        internal readonly Node? Next = next;
    }
}
