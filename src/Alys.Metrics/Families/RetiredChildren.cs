using Alys.Metrics.Cells;

namespace Alys.Metrics.Families;

/// <summary>
/// Children of an open family that left the exposition. A handle to one may still be held and written to, and nothing
/// of that is lost: the child comes back with its whole total. Protocol:
/// <list type="number">
/// <item>The handle is kept weakly and a twin of it, over the same cells, strongly.</item>
/// <item>While the handle is alive its child can come back: when it is asked for, or when a sweep sees that it was
/// written to.</item>
/// <item>When the handle is collected nobody can write any more. What was written before brings the twin back; else the
/// cells are given back and the child is forgotten. Asked for again, it starts at 0.</item>
/// </list>
/// </summary>
/// <remarks>Threads: the family's lock is held.</remarks>
/// <param name="free">Gives back the cells of a child that is forgotten.</param>
internal sealed class RetiredChildren(Action<Instrument> free)
{
    private const int LeastCrowd = 64;

    private readonly List<Retired> _children = [];

    /// <summary>More children than this are worth a look whether some of them can be forgotten.</summary>
    private int _crowd = LeastCrowd;

    internal bool IsEmpty => _children.Count == 0;

    /// <summary>Whether nobody has looked for so long that it may be worth it.</summary>
    internal bool IsCrowded => _children.Count > _crowd;

    internal void Add(int hash, StoredKey key, Instrument child, long[][] cells)
    {
        long activity = child.Activity(cells);
        child.Retire();
        _children.Add(new Retired(hash, key, new WeakReference<Instrument>(child), child.Twin(), activity));
    }

    /// <summary>The child of these label values, which comes back; null: there is none.</summary>
    internal Instrument? TakeBack(int hash, in LabelKey key)
    {
        for (int i = 0; i < _children.Count; i++)
        {
            Retired retired = _children[i];
            if (retired.Hash != hash || !retired.Key.Is(key)) continue;
            _children.RemoveAt(i);
            return retired.Handle.TryGetTarget(out Instrument? handle) ? handle : retired.Twin;
        }

        return null;
    }

    /// <summary>Lets those come back that were written to, and forgets those that nobody can write to.</summary>
    /// <param name="cells">The cells of now.</param>
    /// <param name="comeBack">Takes a child back into the exposition; false: there is no room.</param>
    internal void Sweep(long[][] cells, Func<int, StoredKey, Instrument, bool> comeBack)
    {
        _children.RemoveAll(retired =>
        {
            bool alive = retired.Handle.TryGetTarget(out Instrument? handle);
            Instrument child = handle ?? retired.Twin;
            // Read after its death was seen, so that its last write is among what is read.
            if (!alive) cells = CellStore.Snapshot();
            if (child.Activity(cells) != retired.Activity) return comeBack(retired.Hash, retired.Key, child);
            if (alive) return false;
            free(retired.Twin);
            return true;
        });
        _crowd = Math.Max(LeastCrowd, _children.Count * 2);
    }

    private readonly record struct Retired(
        int Hash, StoredKey Key, WeakReference<Instrument> Handle, Instrument Twin, long Activity);
}
