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
        new(Closed(name, help, MetricType.Counter, [label1], [All<T1>()], 1, NewCounter));

    /// <summary>Counters by two enums, all at 0.</summary>
    public EnumFamily<Counter, T1, T2> CounterFamily<T1, T2>(string name, string help, string label1, string label2)
        where T1 : struct, Enum
        where T2 : struct, Enum =>
        new(Closed(name, help, MetricType.Counter, [label1, label2], [All<T1>(), All<T2>()], 1, NewCounter));

    /// <summary>Counters by three enums, all at 0.</summary>
    public EnumFamily<Counter, T1, T2, T3> CounterFamily<T1, T2, T3>(
        string name, string help, string label1, string label2, string label3)
        where T1 : struct, Enum
        where T2 : struct, Enum
        where T3 : struct, Enum => new(Closed(
            name, help, MetricType.Counter, [label1, label2, label3], [All<T1>(), All<T2>(), All<T3>()], 1,
            NewCounter));

    /// <summary>Up-down counters by one enum, all at 0.</summary>
    public EnumFamily<UpDownCounter, T1> UpDownCounterFamily<T1>(string name, string help, string label1)
        where T1 : struct, Enum =>
        new(Closed(name, help, MetricType.Gauge, [label1], [All<T1>()], 1, NewUpDownCounter));

    /// <summary>Gauges by one enum, all at <paramref name="initial"/>; null: absent until set.</summary>
    public EnumFamily<Gauge, T1> GaugeFamily<T1>(string name, string help, string label1, double? initial = 0)
        where T1 : struct, Enum =>
        new(Closed(name, help, MetricType.Gauge, [label1], [All<T1>()], 1, prefix => new Gauge(prefix, initial)));

    /// <summary>Gauges by two enums, all at <paramref name="initial"/>; null: absent until set.</summary>
    public EnumFamily<Gauge, T1, T2> GaugeFamily<T1, T2>(
        string name, string help, string label1, string label2, double? initial = 0)
        where T1 : struct, Enum
        where T2 : struct, Enum => new(Closed(
            name, help, MetricType.Gauge, [label1, label2], [All<T1>(), All<T2>()], 1,
            prefix => new Gauge(prefix, initial)));

    /// <summary>Histograms by one enum.</summary>
    public EnumFamily<Histogram, T1> HistogramFamily<T1>(
        string name, string help, string label1, HistogramBounds bounds)
        where T1 : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(bounds);
        return new(Closed(name, help, MetricType.Histogram, [label1], [All<T1>()], SeriesOf(bounds),
            prefix => NewHistogram(prefix, bounds)));
    }

    /// <summary>Histograms by two enums.</summary>
    public EnumFamily<Histogram, T1, T2> HistogramFamily<T1, T2>(
        string name, string help, string label1, string label2, HistogramBounds bounds)
        where T1 : struct, Enum
        where T2 : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(bounds);
        return new(Closed(name, help, MetricType.Histogram, [label1, label2], [All<T1>(), All<T2>()],
            SeriesOf(bounds), prefix => NewHistogram(prefix, bounds)));
    }

    private static IReadOnlyList<string> All<T>()
        where T : struct, Enum => LabelValue.All<T>();

    private EnumChildren<TInstrument> Closed<TInstrument>(
        string name,
        string help,
        MetricType type,
        string[] labels,
        IReadOnlyList<string>[] values,
        int series,
        Func<ChildPrefix, TInstrument> create)
        where TInstrument : Instrument
    {
        TInstrument[] children = FixedChildren(name, help, type, labels, values, series, create);
        return new EnumChildren<TInstrument>(children, create(ChildPrefix.None), _dropped);
    }

    private TInstrument[] FixedChildren<TInstrument>(
        string name,
        string help,
        MetricType type,
        string[] labels,
        IReadOnlyList<string>[] values,
        int series,
        Func<ChildPrefix, TInstrument> create)
        where TInstrument : Instrument
    {
        MetricNames.Check(name, help, type);
        MetricNames.CheckLabels(name, labels);
        TInstrument[] children =
            [.. ChildPrefix.Combinations(values).Select(set => create(ChildPrefix.Create(name, type, labels, set)))];
        Register(new FixedFamily(name, help, type, children), type, children.Length * series);
        return children;
    }
}
