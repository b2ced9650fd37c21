using System.Runtime.CompilerServices;
using Alys.Metrics.Families;

namespace Alys.Metrics;

/// <summary>
/// A metric whose label values are text that is not known before. A new set of values is admitted against the family's
/// and the registry's limits before anything is allocated for it; what finds no room is recorded in the child whose
/// labels are all <c>other</c>, and counted in <c>alys_metrics_series_refused_total</c>. A value that is too long or no
/// valid Unicode is treated likewise: making it fit could make two values equal.
/// </summary>
/// <remarks>
/// <b>Threads:</b> any. <b>Cost</b> of a look-up: hashing and comparing the values, no lock and no allocation for a
/// known set; beyond the limit the same. Keep the handle where the values are known once. A handle stays good when its
/// child was removed: writing to it brings the child back.
/// </remarks>
/// <typeparam name="TInstrument">The instrument of each child.</typeparam>
public sealed class TextFamily<TInstrument>
    where TInstrument : Instrument
{
    private readonly OpenChildren<TInstrument> _children;
    private readonly int _labels;

    internal TextFamily(OpenChildren<TInstrument> children)
    {
        _children = children;
        _labels = children.Labels.Length;
    }

    /// <summary>How many children there are, <c>other</c> included.</summary>
    public int Count => _children.Table.Count;

    /// <summary>The children in order of admission, null where one was removed.</summary>
    internal ReadOnlySpan<TInstrument?> Children => _children.Table.Children;

    /// <summary>The child of one label value.</summary>
    /// <exception cref="ArgumentException">The family has another number of labels.</exception>
    public TInstrument WithLabels(ReadOnlySpan<char> value) => Find(new LabelKey(value, default, default, 1));

    /// <summary>The child of two label values.</summary>
    /// <exception cref="ArgumentException">The family has another number of labels.</exception>
    public TInstrument WithLabels(ReadOnlySpan<char> value1, ReadOnlySpan<char> value2) =>
        Find(new LabelKey(value1, value2, default, 2));

    /// <summary>The child of three label values.</summary>
    /// <exception cref="ArgumentException">The family has another number of labels.</exception>
    public TInstrument WithLabels(
        ReadOnlySpan<char> value1, ReadOnlySpan<char> value2, ReadOnlySpan<char> value3) =>
        Find(new LabelKey(value1, value2, value3, 3));

    /// <summary>
    /// Takes the child of one label value out of the exposition and makes room for another. A gauge or up-down counter
    /// goes at once. A counter or histogram goes after a later scrape has shown its last total, so that Prometheus
    /// misses nothing. Written to by a handle that is still held, or looked up while one is, the child comes back with
    /// its whole total; else it begins again at 0. Cost: a lock; not for the hot path.
    /// </summary>
    /// <returns>Whether there was such a child. <c>other</c> is never removed.</returns>
    /// <exception cref="ArgumentException">The family has another number of labels.</exception>
    public bool Remove(ReadOnlySpan<char> value) => Remove(new LabelKey(value, default, default, 1));

    /// <summary>The same for two label values.</summary>
    /// <returns>Whether there was such a child.</returns>
    /// <exception cref="ArgumentException">The family has another number of labels.</exception>
    public bool Remove(ReadOnlySpan<char> value1, ReadOnlySpan<char> value2) =>
        Remove(new LabelKey(value1, value2, default, 2));

    /// <summary>The same for three label values.</summary>
    /// <returns>Whether there was such a child.</returns>
    /// <exception cref="ArgumentException">The family has another number of labels.</exception>
    public bool Remove(ReadOnlySpan<char> value1, ReadOnlySpan<char> value2, ReadOnlySpan<char> value3) =>
        Remove(new LabelKey(value1, value2, value3, 3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TInstrument Find(in LabelKey key)
    {
        if (key.Count != _labels) throw WrongCount(key.Count);
        int hash = key.Hash();
        return _children.Table.Find(hash, key) ?? _children.Admit(hash, key);
    }

    private bool Remove(in LabelKey key)
    {
        if (key.Count != _labels) throw WrongCount(key.Count);
        return _children.Remove(key);
    }

    private ArgumentException WrongCount(int given) =>
        new($"The family has the labels {string.Join(", ", _children.Labels)}; {given} values were given.");
}
