using Alys.Metrics.Naming;

namespace Alys.Metrics;

/// <content>Counters under names that people already use and that do not end in <c>_total</c>. In text format 0.0.4
/// they are counters; OpenMetrics knows no such counter, so they are <c>unknown</c> there, which Prometheus treats the
/// same. A new counter has a name that ends in <c>_total</c>.</content>
public sealed partial class MetricRegistry
{
    /// <summary>Inherited counters by one enum, all at 0.</summary>
    /// <exception cref="ArgumentException">The name ends in <c>_total</c>, or is none.</exception>
    public EnumFamily<Counter, T1> InheritedCounterFamily<T1>(string name, string help, string label1)
        where T1 : struct, Enum =>
        new(Closed(name, help, InheritedCounterKind(), [label1], [All<T1>()]));

    /// <summary>Inherited counters by two enums, all at 0.</summary>
    /// <exception cref="ArgumentException">The name ends in <c>_total</c>, or is none.</exception>
    public EnumFamily<Counter, T1, T2> InheritedCounterFamily<T1, T2>(
        string name, string help, string label1, string label2)
        where T1 : struct, Enum
        where T2 : struct, Enum =>
        new(Closed(name, help, InheritedCounterKind(), [label1, label2], [All<T1>(), All<T2>()]));

    /// <summary>Inherited counters by one to three texts.</summary>
    /// <exception cref="ArgumentException">The name ends in <c>_total</c>, or is none.</exception>
    public TextFamily<Counter> InheritedTextCounterFamily(
        string name, string help, TextFamilyOptions? options, params ReadOnlySpan<string> labelNames) =>
        Open(name, help, InheritedCounterKind(), options, [.. labelNames]);

    private InstrumentKind<Counter> InheritedCounterKind() => CounterKind() with
    {
        Type = MetricType.InheritedCounter,
        // Only OpenMetrics has _created, and there it is no counter.
        Series = 1,
    };
}
