using CsCheck;
using static Alys.Metrics.Tests.Generated.ClosedSets;

namespace Alys.Metrics.Tests.Generated;

/// <summary>Metrics whose values are asked for.</summary>
internal static class ObservableMetrics
{
    private static readonly Gen<double?> Value = Gen.Nullable(Numbers.Any, 0.2);

    internal static Gen<GeneratedMetric> Gauge { get; } =
        Single("gauge", "", value => value, (registry, name, help, read) => registry.ObservableGauge(name, help, read));

    internal static Gen<GeneratedMetric> Counter { get; } = Single(
        "counter", "_total", Total, (registry, name, help, read) => registry.ObservableCounter(name, help, read));

    internal static Gen<GeneratedMetric> GaugeFamily { get; } = Family(
        "gauge", "", value => value,
        (registry, name, help, label, read) => registry.ObservableGaugeFamily(name, help, label, read));

    internal static Gen<GeneratedMetric> CounterFamily { get; } = Family(
        "counter", "_total", Total,
        (registry, name, help, label, read) => registry.ObservableCounterFamily(name, help, label, read));

    private static Gen<GeneratedMetric> Single(
        string type,
        string suffix,
        Func<double?, double?> shown,
        Action<MetricRegistry, string, string, Func<double?>> create) =>
        Gen.Select(Names.Metric(suffix), Texts.Help, Value, (name, help, value) =>
            new GeneratedMetric($"observable {type} {name} of {value}", (registry, page) =>
            {
                create(registry, name, help, () => value);
                page.Add(
                    new ExpectedFamily(name, type, help),
                    shown(value) is { } number ? [new ExpectedSample(name, [], number)] : []);
            }));

    private static Gen<GeneratedMetric> Family(
        string type,
        string suffix,
        Func<double?, double?> shown,
        Action<MetricRegistry, string, string, string, Func<Odd, double?>> create) =>
        Gen.Select(Names.Metric(suffix), Texts.Help, Names.Label, Value.Array[OddValues.Length],
            (name, help, label, values) => new GeneratedMetric(
                $"observable {type} {name} by {label}", (registry, page) =>
                {
                    create(registry, name, help, label, member => values[(int)member]);
                    page.Add(
                        new ExpectedFamily(name, type, help),
                        values.Select(shown).Zip(OddValues).Where(pair => pair.First is not null).Select(pair =>
                            new ExpectedSample(name, [(label, pair.Second)], pair.First!.Value)));
                }));

    // A negative or NaN total is absent.
    private static double? Total(double? value) => value >= 0 ? value : null;
}
