using CsCheck;
using static Alys.Metrics.Tests.Generated.ClosedSets;

namespace Alys.Metrics.Tests.Generated;

/// <summary>Every kind of metric that a registry makes, with names, labels and values made up by chance.</summary>
internal static class AnyMetric
{
    /// <summary>Any of them.</summary>
    internal static Gen<GeneratedMetric> Any { get; } = Gen.OneOf(
        Gen.OneOf(
            SingleMetrics.Of(Recordings.Counter, (registry, name, help) => registry.Counter(name, help)),
            SingleMetrics.Of(Recordings.UpDownCounter, (registry, name, help) => registry.UpDownCounter(name, help)),
            GaugesFrom(initial => SingleMetrics.Of(
                Recordings.Gauge(initial), (registry, name, help) => registry.Gauge(name, help, initial))),
            Bounded(bounds => SingleMetrics.Of(Recordings.Histogram(bounds), (registry, name, help) =>
                registry.Histogram(name, help, HistogramBounds.Of(bounds))))),
        Gen.OneOf(ClosedCounters(), ClosedGauges(), ClosedHistograms()),
        Gen.OneOf(
            OpenMetrics.Of(Recordings.Counter, (r, name, help, options, labels) =>
                r.TextCounterFamily(name, help, options, labels)),
            OpenMetrics.Of(Recordings.UpDownCounter, (r, name, help, options, labels) =>
                r.TextUpDownCounterFamily(name, help, options, labels)),
            OpenMetrics.Of(Recordings.Gauge(null), (r, name, help, options, labels) =>
                r.TextGaugeFamily(name, help, options, labels)),
            Bounded(bounds => OpenMetrics.Of(Recordings.Histogram(bounds), (r, name, help, options, labels) =>
                r.TextHistogramFamily(name, help, HistogramBounds.Of(bounds), options, labels)))),
        Gen.OneOf(FactMetrics.Info, FactMetrics.StateSet, ObservableMetrics.Gauge, ObservableMetrics.Counter,
            ObservableMetrics.GaugeFamily, ObservableMetrics.CounterFamily));

    private static Gen<GeneratedMetric> ClosedCounters() => Gen.OneOf(
        ClosedMetrics.Of(Recordings.Counter, [UsualValues], (r, name, help, labels) =>
        {
            EnumFamily<Counter, Usual> family = r.CounterFamily<Usual>(name, help, labels[0]);
            return at => family[(Usual)at[0]];
        }),
        ClosedMetrics.Of(Recordings.Counter, [UsualValues, OddValues], (r, name, help, labels) =>
        {
            EnumFamily<Counter, Usual, Odd> family = r.CounterFamily<Usual, Odd>(name, help, labels[0], labels[1]);
            return at => family[(Usual)at[0], (Odd)at[1]];
        }),
        ClosedMetrics.Of(Recordings.Counter, [LoneValues, OddValues, UsualValues], (r, name, help, labels) =>
        {
            EnumFamily<Counter, Lone, Odd, Usual> family =
                r.CounterFamily<Lone, Odd, Usual>(name, help, labels[0], labels[1], labels[2]);
            return at => family[(Lone)at[0], (Odd)at[1], (Usual)at[2]];
        }));

    private static Gen<GeneratedMetric> ClosedGauges() => Gen.OneOf(
        ClosedMetrics.Of(Recordings.UpDownCounter, [OddValues], (r, name, help, labels) =>
        {
            EnumFamily<UpDownCounter, Odd> family = r.UpDownCounterFamily<Odd>(name, help, labels[0]);
            return at => family[(Odd)at[0]];
        }),
        GaugesFrom(initial => ClosedMetrics.Of(Recordings.Gauge(initial), [OddValues], (r, name, help, labels) =>
        {
            EnumFamily<Gauge, Odd> family = r.GaugeFamily<Odd>(name, help, labels[0], initial);
            return at => family[(Odd)at[0]];
        })),
        GaugesFrom(initial => ClosedMetrics.Of(
            Recordings.Gauge(initial), [OddValues, LoneValues], (r, name, help, labels) =>
            {
                EnumFamily<Gauge, Odd, Lone> family =
                    r.GaugeFamily<Odd, Lone>(name, help, labels[0], labels[1], initial);
                return at => family[(Odd)at[0], (Lone)at[1]];
            })));

    private static Gen<GeneratedMetric> ClosedHistograms() => Gen.OneOf(
        Bounded(bounds => ClosedMetrics.Of(Recordings.Histogram(bounds), [UsualValues], (r, name, help, labels) =>
        {
            EnumFamily<Histogram, Usual> family =
                r.HistogramFamily<Usual>(name, help, labels[0], HistogramBounds.Of(bounds));
            return at => family[(Usual)at[0]];
        })),
        Bounded(bounds => ClosedMetrics.Of(
            Recordings.Histogram(bounds), [LoneValues, OddValues], (r, name, help, labels) =>
            {
                EnumFamily<Histogram, Lone, Odd> family =
                    r.HistogramFamily<Lone, Odd>(name, help, labels[0], labels[1], HistogramBounds.Of(bounds));
                return at => family[(Lone)at[0], (Odd)at[1]];
            })));

    private static Gen<GeneratedMetric> GaugesFrom(Func<double?, Gen<GeneratedMetric>> create) =>
        Gen.Nullable(Numbers.Any, 0.3).SelectMany(initial => create(initial));

    private static Gen<GeneratedMetric> Bounded(Func<double[], Gen<GeneratedMetric>> create) =>
        Numbers.Bounds.SelectMany(bounds => create(bounds));
}
