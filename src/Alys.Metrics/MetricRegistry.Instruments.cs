using Alys.Metrics.Exposition;
using Alys.Metrics.Families;
using Alys.Metrics.Naming;

namespace Alys.Metrics;

/// <content>Metrics without labels.</content>
public sealed partial class MetricRegistry
{
    /// <summary>A counter at 0. The name ends in <c>_total</c>.</summary>
    /// <exception cref="ArgumentException">The name or help is bad, or the name is taken, or no series are left; the
    /// same for every method that makes a metric.</exception>
    public Counter Counter(string name, string help) =>
        Single(name, help, MetricType.Counter, 1, NewCounter);

    /// <summary>A number at 0 that many threads raise and lower.</summary>
    public UpDownCounter UpDownCounter(string name, string help) =>
        Single(name, help, MetricType.Gauge, 1, NewUpDownCounter);

    /// <summary>A gauge at <paramref name="initial"/>, by default 0; null: absent until it is set.</summary>
    public Gauge Gauge(string name, string help, double? initial = 0) =>
        Single(name, help, MetricType.Gauge, 1, prefix => new Gauge(prefix, initial));

    /// <summary>A histogram with these bounds; the unit is in the name.</summary>
    public Histogram Histogram(string name, string help, HistogramBounds bounds)
    {
        ArgumentNullException.ThrowIfNull(bounds);
        return Single(name, help, MetricType.Histogram, SeriesOf(bounds), prefix => NewHistogram(prefix, bounds));
    }

    /// <summary>Facts as labels, absent until they are set. The name ends in <c>_info</c>.</summary>
    public Info Info(string name, string help, params ReadOnlySpan<string> labelNames)
    {
        MetricNames.Check(name, help, MetricType.Info);
        if (labelNames.IsEmpty) throw new ArgumentException($"'{name}' needs a label: an info says it in labels.");
        MetricNames.CheckLabels(name, labelNames);
        var info = new Info(name, [.. labelNames], _options.LabelValueLength);
        Register(new FixedFamily(name, help, MetricType.Info, [info]), MetricType.Info, 1);
        return info;
    }

    /// <summary>Which state of an enum something is in, absent until it is set.</summary>
    public StateSet<TState> StateSet<TState>(string name, string help)
        where TState : struct, Enum
    {
        MetricNames.Check(name, help, MetricType.StateSet);
        MetricNames.CheckLabels(name, [name]);
        int states = LabelValue.All<TState>().Count;
        var set = new StateSet<TState>(name);
        Register(new FixedFamily(name, help, MetricType.StateSet, [set]), MetricType.StateSet, states);
        return set;
    }

    private static int SeriesOf(HistogramBounds bounds) => bounds.Count + 3;

    private Counter NewCounter(ChildPrefix prefix) => new(prefix, _cells, _dropped);

    private UpDownCounter NewUpDownCounter(ChildPrefix prefix) => new(prefix, _cells);

    private Histogram NewHistogram(ChildPrefix prefix, HistogramBounds bounds) => new(prefix, bounds, _cells, _dropped);

    private TInstrument Single<TInstrument>(
        string name, string help, MetricType type, int series, Func<ChildPrefix, TInstrument> create)
        where TInstrument : Instrument => FixedChildren(name, help, type, [], [], series, create)[0];
}
