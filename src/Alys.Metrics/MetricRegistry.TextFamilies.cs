using Alys.Metrics.Exposition;
using Alys.Metrics.Families;
using Alys.Metrics.Naming;

namespace Alys.Metrics;

/// <content>Metrics over label values that are not known before.</content>
public sealed partial class MetricRegistry
{
    private const int MostTextLabels = 3;

    /// <summary>Counters by one to three texts.</summary>
    public TextFamily<Counter> TextCounterFamily(
        string name, string help, TextFamilyOptions? options, params ReadOnlySpan<string> labelNames) =>
        Open(name, help, MetricType.Counter, options, 1, [.. labelNames], NewCounter);

    /// <summary>Up-down counters by one to three texts.</summary>
    public TextFamily<UpDownCounter> TextUpDownCounterFamily(
        string name, string help, TextFamilyOptions? options, params ReadOnlySpan<string> labelNames) =>
        Open(name, help, MetricType.Gauge, options, 1, [.. labelNames], NewUpDownCounter);

    /// <summary>Gauges by one to three texts; each absent until it is set.</summary>
    public TextFamily<Gauge> TextGaugeFamily(
        string name, string help, TextFamilyOptions? options, params ReadOnlySpan<string> labelNames) =>
        Open(name, help, MetricType.Gauge, options, 1, [.. labelNames], prefix => new Gauge(prefix, null));

    /// <summary>Histograms by one to three texts.</summary>
    public TextFamily<Histogram> TextHistogramFamily(
        string name,
        string help,
        HistogramBounds bounds,
        TextFamilyOptions? options,
        params ReadOnlySpan<string> labelNames)
    {
        ArgumentNullException.ThrowIfNull(bounds);
        return Open(name, help, MetricType.Histogram, options, SeriesOf(bounds), [.. labelNames],
            prefix => NewHistogram(prefix, bounds));
    }

    private TextFamily<TInstrument> Open<TInstrument>(
        string name,
        string help,
        MetricType type,
        TextFamilyOptions? options,
        int series,
        string[] labels,
        Func<ChildPrefix, TInstrument> create)
        where TInstrument : Instrument
    {
        MetricNames.Check(name, help, type);
        int limit = options?.Limit ?? _options.FamilyLimit;
        if (limit < 1) throw new ArgumentException($"'{name}' has a limit of {limit}; it needs at least 1.");
        if (labels.Length is 0 or > MostTextLabels)
        {
            throw new ArgumentException(
                $"'{name}' has {labels.Length} labels; an open family has 1 to {MostTextLabels}.");
        }

        MetricNames.CheckLabels(name, labels);
        CheckFree(name, type);
        Counter refused = _refused.WithLabels(name);
        return Open(name, help, type, limit, refused, series, labels, create);
    }

    private TextFamily<TInstrument> Open<TInstrument>(
        string name,
        string help,
        MetricType type,
        int limit,
        Counter? refused,
        int series,
        string[] labels,
        Func<ChildPrefix, TInstrument> create)
        where TInstrument : Instrument
    {
        if (!_budget.TrySetAside(series)) throw NoRoom(name, series);
        var family = new TextFamily<TInstrument>(
            labels, limit, _options.LabelValueLength, series, _budget, refused,
            values => create(ChildPrefix.Create(name, type, labels, values)));
        Register(new TextFamilySeries<TInstrument>(name, help, type, family), type, 0);
        return family;
    }

    /// <summary>A family of the registry itself, by the names of its families, which code limits.</summary>
    private TextFamily<Counter> SelfFamily(string name, string help) =>
        Open(name, help, MetricType.Counter, int.MaxValue, refused: null, 1, ["family"], NewCounter);
}
