using Alys.Metrics.Families;
using Alys.Metrics.Naming;

namespace Alys.Metrics;

/// <summary>
/// A metric whose label values are text that is not known before. A new set of values is admitted against the family's
/// and the registry's limits before anything is allocated for it; what finds no room is recorded in the child whose
/// labels are all <c>other</c>, and counted in <c>alys_metrics_series_refused_total</c>. A value that is too long or no
/// valid Unicode is treated likewise: making it fit could make two values equal.
/// </summary>
/// <remarks>
/// <b>Threads:</b> any. <b>Cost</b> of a look-up: hashing and comparing the values, no lock and no allocation for a
/// known set; beyond the limit the same. Keep the handle where the values are known once.
/// </remarks>
/// <typeparam name="TInstrument">The instrument of each child.</typeparam>
public sealed class TextFamily<TInstrument>
    where TInstrument : Instrument
{
    private readonly string[] _labels;
    private readonly int _limit;
    private readonly int _lengthLimit;
    private readonly int _seriesPerChild;
    private readonly Func<string[], TInstrument> _create;
    private readonly SeriesBudget _budget;
    private readonly Counter? _refused;
    private readonly Lock _gate = new();

    /// <summary>Replaced as a whole by an admission, so a look-up sees one or the other.</summary>
    private ChildTable<TInstrument> _table = ChildTable<TInstrument>.Empty;

    private TInstrument? _other;

    internal TextFamily(
        string[] labels,
        int limit,
        int lengthLimit,
        int seriesPerChild,
        SeriesBudget budget,
        Counter? refused,
        Func<string[], TInstrument> create)
    {
        _labels = labels;
        _limit = limit;
        _lengthLimit = lengthLimit;
        _seriesPerChild = seriesPerChild;
        _budget = budget;
        _refused = refused;
        _create = create;
    }

    /// <summary>How many children there are, <c>other</c> included.</summary>
    public int Count => Children.Length;

    /// <summary>The children in order of admission.</summary>
    internal ReadOnlySpan<TInstrument> Children => Volatile.Read(ref _table).Children;

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

    private TInstrument Find(in LabelKey key)
    {
        if (key.Count != _labels.Length) throw WrongCount(key.Count);
        int hash = key.Hash();
        return Volatile.Read(ref _table).Find(hash, key) ?? Admit(hash, key);
    }

    private TInstrument Admit(int hash, in LabelKey key)
    {
        if (!HasRoom() || !key.IsAcceptable(_lengthLimit)) return Refuse();
        lock (_gate)
        {
            if (_table.Find(hash, key) is { } found) return found;
            if (key.IsOther()) return OtherChild();
            if (!HasRoom() || !_budget.TryTake(_seriesPerChild)) return Refuse();
            return Add(hash, key.ToArray());
        }
    }

    private bool HasRoom() =>
        Children.Length - (Volatile.Read(ref _other) is null ? 0 : 1) < _limit && _budget.HasRoom(_seriesPerChild);

    private TInstrument Refuse()
    {
        _refused?.Increment();
        if (Volatile.Read(ref _other) is { } other) return other;
        lock (_gate) return OtherChild();
    }

    private TInstrument OtherChild()
    {
        if (_other is { } other) return other;
        _budget.UseSetAside(_seriesPerChild);
        string[] values = [.. _labels.Select(_ => LabelText.Other)];
        other = Add(LabelKey.Of(values).Hash(), values);
        Volatile.Write(ref _other, other);
        return other;
    }

    private TInstrument Add(int hash, string[] values)
    {
        TInstrument child = _create(values);
        Volatile.Write(ref _table, _table.With(hash, values, child));
        return child;
    }

    private ArgumentException WrongCount(int given) =>
        new($"The family has the labels {string.Join(", ", _labels)}; {given} values were given.");
}
