using Alys.Metrics.Families;
using Alys.Metrics.Naming;

namespace Alys.Metrics.Meters;

/// <summary>How a registry exposes instruments of meters: makes their families and streams, under its limits.</summary>
/// <param name="registry">Has the names.</param>
/// <param name="parts">The limits and cells.</param>
/// <param name="options">The default limits.</param>
/// <param name="refused">Counts measurements that found no room, by family.</param>
/// <param name="failures">Counts failed readings, by family.</param>
internal sealed class MeterExposure(
    MetricRegistry registry,
    RegistryParts parts,
    MetricRegistryOptions options,
    TextFamily<Counter> refused,
    TextFamily<Counter> failures)
{
    private int CreatedSeries => options.CreatedSamples ? 1 : 0;

    /// <summary>A new family on the page; null: its name is taken.</summary>
    internal MeterFamily? TryExpose(string name, string help, MetricType type, int? limit)
    {
        if (!registry.IsFree(name, type)) return null;
        var family = new MeterFamily(
            name, help, type, limit ?? options.FamilyLimit, options.LabelValueLength, parts,
            () => refused.WithLabels(name));
        return registry.TryExpose(family, type) ? family : null;
    }

    /// <summary>A new stream of a family; null: there is no room for even one series.</summary>
    internal MeterStream? TryOpen(
        MeterFamily family, InstrumentShape shape, TagLabels labels, HistogramBounds? bounds) => shape switch
        {
            { IsObservable: true } => TryOpen(Observed(shape.Type), kind =>
                new ObservedStream(
                    shape, family, labels, kind, family.Observe(() => failures.WithLabels(family.Name)))),
            { Type: MetricType.Histogram } => TryOpen(registry.HistogramKind(bounds!), kind =>
                new PushedStream<Histogram, HistogramWriter>(shape, family, labels, kind)),
            { Adds: true, IsReal: true } => TryOpen(RealSum(shape.Type), kind =>
                new PushedStream<RealSum, RealSumWriter>(shape, family, labels, kind)),
            { Adds: true, Type: MetricType.Counter } => TryOpen(registry.CounterKind(), kind =>
                new PushedStream<Counter, CountWriter>(shape, family, labels, kind)),
            { Adds: true } => TryOpen(MetricRegistry.UpDownCounterKind(), kind =>
                new PushedStream<UpDownCounter, UpDownWriter>(shape, family, labels, kind)),
            _ => TryOpen(MetricRegistry.GaugeKind(null), kind =>
                new PushedStream<Gauge, GaugeWriter>(shape, family, labels, kind)),
        };

    /// <summary>Sets room aside for the series of what finds none.</summary>
    private MeterStream? TryOpen<TSeries>(
        InstrumentKind<TSeries> kind, Func<InstrumentKind<TSeries>, MeterStream> open)
        where TSeries : Instrument => parts.Budget.TrySetAside(kind.Series) ? open(kind) : null;

    private static InstrumentKind<ObservedSeries> Observed(MetricType type) =>
        new(type, 1, 0, (prefix, _) => new ObservedSeries(prefix));

    private InstrumentKind<RealSum> RealSum(MetricType type)
    {
        bool onlyGrows = type == MetricType.Counter;
        return new(type, onlyGrows ? 1 + CreatedSeries : 1, 1,
            (prefix, cells) => new RealSum(prefix, onlyGrows, cells, parts.Dropped));
    }
}
