using Alys.Metrics.Cells;
using Alys.Metrics.Exposition;
using Alys.Metrics.Families;
using Alys.Metrics.Naming;

namespace Alys.Metrics;

/// <content>Metrics over closed sets of label values.</content>
public sealed partial class MetricRegistry
{
    /// <summary>Counters by one enum, all at 0.</summary>
    public EnumFamily<Counter, T1> CounterFamily<T1>(string name, string help, string label1)
        where T1 : struct, Enum =>
        new(Closed(name, help, CounterKind(), [label1], [All<T1>()]));

    /// <summary>Counters by two enums, all at 0.</summary>
    public EnumFamily<Counter, T1, T2> CounterFamily<T1, T2>(string name, string help, string label1, string label2)
        where T1 : struct, Enum
        where T2 : struct, Enum =>
        new(Closed(name, help, CounterKind(), [label1, label2], [All<T1>(), All<T2>()]));

    /// <summary>Counters by three enums, all at 0.</summary>
    public EnumFamily<Counter, T1, T2, T3> CounterFamily<T1, T2, T3>(
        string name, string help, string label1, string label2, string label3)
        where T1 : struct, Enum
        where T2 : struct, Enum
        where T3 : struct, Enum => new(Closed(
            name, help, CounterKind(), [label1, label2, label3], [All<T1>(), All<T2>(), All<T3>()]));

    /// <summary>Up-down counters by one enum, all at 0.</summary>
    public EnumFamily<UpDownCounter, T1> UpDownCounterFamily<T1>(string name, string help, string label1)
        where T1 : struct, Enum =>
        new(Closed(name, help, UpDownCounterKind(), [label1], [All<T1>()]));

    /// <summary>Gauges by one enum, all at <paramref name="initial"/>; null: absent until set.</summary>
    public EnumFamily<Gauge, T1> GaugeFamily<T1>(string name, string help, string label1, double? initial = 0)
        where T1 : struct, Enum =>
        new(Closed(name, help, GaugeKind(initial), [label1], [All<T1>()]));

    /// <summary>Gauges by two enums, all at <paramref name="initial"/>; null: absent until set.</summary>
    public EnumFamily<Gauge, T1, T2> GaugeFamily<T1, T2>(
        string name, string help, string label1, string label2, double? initial = 0)
        where T1 : struct, Enum
        where T2 : struct, Enum => new(Closed(
            name, help, GaugeKind(initial), [label1, label2], [All<T1>(), All<T2>()]));

    /// <summary>Histograms by one enum.</summary>
    public EnumFamily<Histogram, T1> HistogramFamily<T1>(
        string name, string help, string label1, HistogramBounds bounds)
        where T1 : struct, Enum => new(Closed(name, help, HistogramKind(bounds), [label1], [All<T1>()]));

    /// <summary>Histograms by two enums.</summary>
    public EnumFamily<Histogram, T1, T2> HistogramFamily<T1, T2>(
        string name, string help, string label1, string label2, HistogramBounds bounds)
        where T1 : struct, Enum
        where T2 : struct, Enum =>
        new(Closed(name, help, HistogramKind(bounds), [label1, label2], [All<T1>(), All<T2>()]));

    private static IReadOnlyList<string> All<T>()
        where T : struct, Enum => LabelValue.All<T>();

    private EnumChildren<TInstrument> Closed<TInstrument>(
        string name,
        string help,
        InstrumentKind<TInstrument> kind,
        string[] labels,
        IReadOnlyList<string>[] values)
        where TInstrument : Instrument
    {
        TInstrument[] children = FixedChildren(name, help, kind, labels, values);
        TInstrument stray = kind.Create(ChildPrefix.None, _parts.Take(kind.Cells));
        return new EnumChildren<TInstrument>(children, stray, _parts.Dropped);
    }

    private TInstrument[] FixedChildren<TInstrument>(
        string name,
        string help,
        InstrumentKind<TInstrument> kind,
        string[] labels,
        IReadOnlyList<string>[] values)
        where TInstrument : Instrument
    {
        MetricNames.Check(name, help, kind.Type);
        MetricNames.CheckLabels(name, labels);
        string[][] sets = ChildPrefix.Combinations(values);
        // Cells side by side, where a child has just one: then its number leads to its cell.
        CellRange side = kind.Cells == 1 ? _parts.Take(sets.Length) : default;
        DateTimeOffset? created = _parts.CreatedAt();
        var children = new TInstrument[sets.Length];
        for (int i = 0; i < sets.Length; i++)
        {
            ChildPrefix prefix = ChildPrefix.Create(name, kind.Type, labels, sets[i], created);
            children[i] = kind.Create(prefix, kind.Cells == 1 ? side.At(i) : _parts.Take(kind.Cells));
        }

        var family = new FixedFamily(name, help, kind.Type, children)
        {
            Relay = kind.Relay,
            Labels = Labels(labels, values),
        };
        Register(family, kind.Type, children.Length * kind.Series);
        return children;
    }
}
