using Alys.Metrics.Families;
using Alys.Metrics.Meters;
using Alys.Metrics.Naming;

namespace Alys.Metrics;

/// <content>Metrics without labels.</content>
public sealed partial class MetricRegistry
{
    /// <summary>A counter at 0. The name ends in <c>_total</c>.</summary>
    /// <exception cref="ArgumentException">The name or help is bad, or the name is taken, or no series are left; the
    /// same for every method that makes a metric.</exception>
    public Counter Counter(string name, string help) =>
        Single(name, help, CounterKind());

    /// <summary>A number at 0 that many threads raise and lower.</summary>
    public UpDownCounter UpDownCounter(string name, string help) =>
        Single(name, help, UpDownCounterKind());

    /// <summary>A gauge at <paramref name="initial"/>, by default 0; null: absent until it is set.</summary>
    public Gauge Gauge(string name, string help, double? initial = 0) =>
        Single(name, help, GaugeKind(initial));

    /// <summary>A histogram with these bounds; the unit is in the name.</summary>
    public Histogram Histogram(string name, string help, HistogramBounds bounds) =>
        Single(name, help, HistogramKind(bounds));

    /// <summary>Facts as labels, absent until they are set. The name ends in <c>_info</c>.</summary>
    public Info Info(string name, string help, params ReadOnlySpan<string> labelNames)
    {
        MetricNames.Check(name, help, MetricType.Info);
        if (labelNames.IsEmpty) throw new ArgumentException($"'{name}' needs a label: an info says it in labels.");
        MetricNames.CheckLabels(name, labelNames);
        var info = new Info(name, [.. labelNames], _options.LabelValueLength);
        var family = new FixedFamily(name, help, MetricType.Info, [info]) { Labels = Labels([.. labelNames], null) };
        Register(family, MetricType.Info, 1);
        return info;
    }

    /// <summary>Which state of an enum something is in, absent until it is set.</summary>
    public StateSet<TState> StateSet<TState>(string name, string help)
        where TState : struct, Enum
    {
        MetricNames.Check(name, help, MetricType.StateSet);
        MetricNames.CheckLabels(name, [name]);
        IReadOnlyList<string> states = LabelValue.All<TState>();
        var set = new StateSet<TState>(name);
        var family = new FixedFamily(name, help, MetricType.StateSet, [set]) { Labels = Labels([name], [states]) };
        Register(family, MetricType.StateSet, states.Count);
        return set;
    }

    private int CreatedSeries => _options.CreatedSamples ? 1 : 0;

    internal InstrumentKind<Counter> CounterKind() => new(
        MetricType.Counter, 1 + CreatedSeries, 1, (prefix, cells) => new Counter(prefix, cells, _parts.Dropped));

    internal static InstrumentKind<UpDownCounter> UpDownCounterKind() =>
        new(MetricType.Gauge, 1, 1, (prefix, cells) => new UpDownCounter(prefix, cells));

    internal static InstrumentKind<Gauge> GaugeKind(double? initial) =>
        new(MetricType.Gauge, 1, 0, (prefix, _) => new Gauge(prefix, initial));

    internal InstrumentKind<Histogram> HistogramKind(HistogramBounds bounds)
    {
        ArgumentNullException.ThrowIfNull(bounds);
        var relay = new HistogramRelay(bounds);
        // A series a bound, and +Inf, sum and count.
        return new(MetricType.Histogram, bounds.Count + 3 + CreatedSeries, Metrics.Histogram.CellsOf(bounds),
            (prefix, cells) => new Histogram(prefix, bounds, cells, _parts.Dropped, relay), relay);
    }

    private TInstrument Single<TInstrument>(string name, string help, InstrumentKind<TInstrument> kind)
        where TInstrument : Instrument => FixedChildren(name, help, kind, [], [])[0];
}
