using System.Numerics;

namespace Alys.Metrics.Families;

/// <summary>
/// Label values to children: chained hashing over arrays. A reader needs no lock. The one writer at a time appends a
/// node and then makes it visible by one reference store: either as the head of its chain, or, when the arrays are
/// full, by a new table. A node that a reader can reach is never changed.
/// </summary>
internal sealed class ChildTable<TInstrument>
    where TInstrument : Instrument
{
    internal static readonly ChildTable<TInstrument> Empty = new(0);

    private readonly Node?[] _heads;
    private readonly TInstrument[] _children;

    /// <summary>How many of <see cref="_children"/> are there; written after the child itself.</summary>
    private int _count;

    private ChildTable(int capacity)
    {
        _children = new TInstrument[capacity];
        _heads = new Node?[Math.Max(1, capacity * 2)];
    }

    internal ReadOnlySpan<TInstrument> Children => _children.AsSpan(0, Volatile.Read(ref _count));

    internal TInstrument? Find(int hash, in LabelKey key)
    {
        Node?[] heads = _heads;
        Node? node = Volatile.Read(ref heads[hash & (heads.Length - 1)]);
        while (node is not null)
        {
            if (node.Hash == hash && key.Equals(node.Values)) return node.Child;
            node = node.Next;
        }

        return null;
    }

    /// <summary>This table with one child more, or a larger copy.</summary>
    /// <remarks>Threads: the family's lock is held.</remarks>
    internal ChildTable<TInstrument> With(int hash, string[] values, TInstrument child)
    {
        ChildTable<TInstrument> table = _count < _children.Length ? this : Larger();
        table.Append(hash, values, child);
        return table;
    }

    private ChildTable<TInstrument> Larger()
    {
        var larger = new ChildTable<TInstrument>((int)BitOperations.RoundUpToPowerOf2((uint)_count + 4));
        foreach (TInstrument child in Children) larger._children[larger._count++] = child;
        foreach (Node? head in _heads)
        {
            for (Node? node = head; node is not null; node = node.Next)
                larger.Link(node.Hash, node.Values, node.Child);
        }

        return larger;
    }

    private void Append(int hash, string[] values, TInstrument child)
    {
        _children[_count] = child;
        Link(hash, values, child);
        Volatile.Write(ref _count, _count + 1);
    }

    private void Link(int hash, string[] values, TInstrument child)
    {
        ref Node? head = ref _heads[hash & (_heads.Length - 1)];
        Volatile.Write(ref head, new Node(hash, values, child, head));
    }

    private sealed class Node(int hash, string[] values, TInstrument child, Node? next)
    {
        internal readonly int Hash = hash;
        internal readonly string[] Values = values;
        internal readonly TInstrument Child = child;
        internal readonly Node? Next = next;
    }
}
