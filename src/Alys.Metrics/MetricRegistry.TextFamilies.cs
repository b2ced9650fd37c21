using Alys.Metrics.Families;
using Alys.Metrics.Naming;

namespace Alys.Metrics;

/// <content>Metrics over label values that are not known before.</content>
public sealed partial class MetricRegistry
{
    private const int MostTextLabels = 3;

    /// <summary>Shorter than a scrape interval can be, a time to live would only hide what is alive.</summary>
    private static readonly TimeSpan LeastTimeToLive = TimeSpan.FromSeconds(1);

    /// <summary>Counters by one to three texts.</summary>
    public TextFamily<Counter> TextCounterFamily(
        string name, string help, TextFamilyOptions? options, params ReadOnlySpan<string> labelNames) =>
        Open(name, help, CounterKind(), options, [.. labelNames]);

    /// <summary>Up-down counters by one to three texts.</summary>
    public TextFamily<UpDownCounter> TextUpDownCounterFamily(
        string name, string help, TextFamilyOptions? options, params ReadOnlySpan<string> labelNames) =>
        Open(name, help, UpDownCounterKind(), options, [.. labelNames]);

    /// <summary>Gauges by one to three texts; each absent until it is set.</summary>
    public TextFamily<Gauge> TextGaugeFamily(
        string name, string help, TextFamilyOptions? options, params ReadOnlySpan<string> labelNames) =>
        Open(name, help, GaugeKind(null), options, [.. labelNames]);

    /// <summary>Histograms by one to three texts.</summary>
    public TextFamily<Histogram> TextHistogramFamily(
        string name,
        string help,
        HistogramBounds bounds,
        TextFamilyOptions? options,
        params ReadOnlySpan<string> labelNames) =>
        Open(name, help, HistogramKind(bounds), options, [.. labelNames]);

    private TextFamily<TInstrument> Open<TInstrument>(
        string name, string help, InstrumentKind<TInstrument> kind, TextFamilyOptions? options, string[] labels)
        where TInstrument : Instrument
    {
        MetricNames.Check(name, help, kind.Type);
        int limit = options?.Limit ?? _options.FamilyLimit;
        if (limit < 1) throw new ArgumentException($"'{name}' has a limit of {limit}; it needs at least 1.");
        if (options?.TimeToLive < LeastTimeToLive)
        {
            throw new ArgumentException(
                $"'{name}' has a time to live of {options.TimeToLive}; it needs at least {LeastTimeToLive}.");
        }

        if (labels.Length is 0 or > MostTextLabels)
        {
            throw new ArgumentException(
                $"'{name}' has {labels.Length} labels; an open family has 1 to {MostTextLabels}.");
        }

        MetricNames.CheckLabels(name, labels);
        CheckFree(name, kind.Type);
        var limits = new OpenFamilyLimits(limit, _options.LabelValueLength, options?.TimeToLive);
        return Open(name, help, kind, limits, _refused.WithLabels(name), labels);
    }

    private TextFamily<TInstrument> Open<TInstrument>(
        string name,
        string help,
        InstrumentKind<TInstrument> kind,
        OpenFamilyLimits limits,
        Counter? refused,
        string[] labels)
        where TInstrument : Instrument
    {
        if (!_parts.Budget.TrySetAside(kind.Series)) throw NoRoom(name, kind.Series);
        var children = new OpenChildren<TInstrument>(name, labels, kind, limits, _parts, refused);
        var family = new TextFamilySeries<TInstrument>(name, help, kind.Type, children)
        {
            Relay = kind.Relay,
            Labels = Labels(labels, null),
            Limit = limits.Children == int.MaxValue ? null : limits.Children,
        };
        Register(family, kind.Type, 0);
        return new TextFamily<TInstrument>(children);
    }

    /// <summary>A family of the registry itself, by the names of its families, which code limits.</summary>
    private TextFamily<Counter> SelfFamily(string name, string help) => Open(
        name, help, CounterKind(), new OpenFamilyLimits(int.MaxValue, int.MaxValue, null), refused: null, ["family"]);
}
