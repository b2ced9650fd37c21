using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Alys.Metrics.Families;

/// <summary>
/// Label values to children: chained hashing over arrays. A reader needs no lock. The one writer at a time makes a node
/// whole and then visible by one reference store: as the head of its chain, or, when the arrays are full, in a new
/// table. What a reader follows from one node to the next is never changed: to take a node out of its chain, those
/// before it are made anew. A child keeps its place in <see cref="Children"/> for as long as it is there, so a scrape
/// in pieces goes on where it stopped.
/// </summary>
internal sealed class ChildTable<TInstrument>
    where TInstrument : Instrument
{
    internal static readonly ChildTable<TInstrument> Empty = new(0);

    private readonly Node?[] _heads;
    private readonly TInstrument?[] _children;

    /// <summary>Places in <see cref="_children"/> that are empty again; null as long as nothing was removed.</summary>
    private Stack<int>? _holes;

    /// <summary>How many places of <see cref="_children"/> were ever used; written after the child itself.</summary>
    private int _used;

    private ChildTable(int capacity)
    {
        _children = new TInstrument?[capacity];
        _heads = new Node?[Math.Max(1, capacity * 2)];
    }

    /// <summary>The children, null where one was removed. Threads: any.</summary>
    internal ReadOnlySpan<TInstrument?> Children => _children.AsSpan(0, Volatile.Read(ref _used));

    /// <summary>How many children there are. Threads: any; a moment old without the family's lock.</summary>
    internal int Count { get; private set; }

    internal TInstrument? Find(int hash, in LabelKey key) => FindNode(hash, key)?.Child;

    internal Node? FindNode(int hash, in LabelKey key)
    {
        Node?[] heads = _heads;
        Node? node = Volatile.Read(ref heads[hash & (heads.Length - 1)]);
        while (node is not null)
        {
            if (node.Hash == hash && key.Equals(node.Values)) return node;
            node = node.Next;
        }

        return null;
    }

    /// <summary>All nodes, as an array of their own: the caller may remove them.</summary>
    /// <remarks>Threads: the family's lock is held, as for all that follows.</remarks>
    internal Node[] ToArray()
    {
        var nodes = new Node[Count];
        int count = 0;
        foreach (Node? head in _heads)
        {
            for (Node? node = head; node is not null; node = node.Next) nodes[count++] = node;
        }

        return nodes;
    }

    /// <summary>This table with one child more, or a larger copy.</summary>
    internal ChildTable<TInstrument> With(int hash, string[] values, TInstrument child)
    {
        bool hasPlace = _used < _children.Length || _holes is { Count: > 0 };
        ChildTable<TInstrument> table = hasPlace ? this : Larger();
        table.Put(new Node(hash, values, child, table.TakePlace(), table.Head(hash)));
        return table;
    }

    /// <summary>Takes a node out; a reader that is on its way may still find it.</summary>
    /// <param name="place">The node's <see cref="Node.Place"/>; a node itself may have been made anew since.</param>
    /// <param name="hash">Its hash.</param>
    internal void Remove(int place, int hash)
    {
        ref Node? head = ref Head(hash);
        Node? rest = head;
        while (rest!.Place != place) rest = rest.Next;
        rest = rest.Next;
        for (Node? node = head; node!.Place != place; node = node.Next) rest = node.InFrontOf(rest);
        Volatile.Write(ref head, rest);
        Volatile.Write(ref _children[place], null);
        (_holes ??= new Stack<int>()).Push(place);
        Count--;
    }

    private ChildTable<TInstrument> Larger()
    {
        var larger = new ChildTable<TInstrument>((int)BitOperations.RoundUpToPowerOf2((uint)_used + 4));
        foreach (Node node in ToArray()) larger.Put(node.InFrontOf(larger.Head(node.Hash)));
        larger._used = _used;
        return larger;
    }

    private int TakePlace() => _holes is not null && _holes.TryPop(out int hole) ? hole : _used;

    private void Put(Node node)
    {
        _children[node.Place] = node.Child;
        Volatile.Write(ref Head(node.Hash), node);
        if (node.Place >= _used) Volatile.Write(ref _used, node.Place + 1);
        Count++;
    }

    private ref Node? Head(int hash) => ref _heads[hash & (_heads.Length - 1)];

    /// <summary>A child, and what leads to it.</summary>
    [SuppressMessage("Design", "CA1034", Justification = "Internal; a node means nothing without its table.")]
    internal sealed class Node(int hash, string[] values, TInstrument child, int place, Node? next)
    {
        internal readonly int Hash = hash;
        internal readonly string[] Values = values;
        internal readonly TInstrument Child = child;

        /// <summary>The index of the child in <see cref="Children"/>.</summary>
        internal readonly int Place = place;

        /// <summary>The next node of the chain.</summary>
        internal readonly Node? Next = next;

        /// <summary>How long nobody wrote to the child; null as long as nobody wants to know.</summary>
        internal ChildLife? Life { get; set; }

        /// <summary>The same in front of another chain.</summary>
        internal Node InFrontOf(Node? next) => new(Hash, Values, Child, Place, next) { Life = Life };
    }
}
