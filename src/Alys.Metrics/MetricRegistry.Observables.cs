using Alys.Metrics.Exposition;
using Alys.Metrics.Families;
using Alys.Metrics.Naming;

namespace Alys.Metrics;

/// <content>Metrics whose values are asked for at each scrape.</content>
/// <remarks>
/// A callback is called by one scrape at a time. It should return at once and not throw: a throw costs its own family
/// in
/// that scrape, a hang costs that scrape, and the others go on without the family after a second; both are counted in
/// <c>alys_metrics_callback_failures_total</c>. Null: absent now.
/// </remarks>
public sealed partial class MetricRegistry
{
    /// <summary>A gauge whose value is asked for.</summary>
    public void ObservableGauge(string name, string help, Func<double?> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        Observable(name, help, MetricType.Gauge, [], [], _ => read());
    }

    /// <summary>A counter that something else keeps, such as the CPU seconds of a process; its total is asked for.
    /// A negative or NaN total is absent.</summary>
    public void ObservableCounter(string name, string help, Func<double?> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        Observable(name, help, MetricType.Counter, [], [], _ => Total(read()));
    }

    /// <summary>Gauges by one enum whose values are asked for.</summary>
    public void ObservableGaugeFamily<T1>(string name, string help, string label1, Func<T1, double?> read)
        where T1 : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(read);
        T1[] members = Enum.GetValues<T1>();
        Observable(name, help, MetricType.Gauge, [label1], [All<T1>()], index => read(members[index]));
    }

    /// <summary>Counters by one enum that something else keeps; their totals are asked for.</summary>
    public void ObservableCounterFamily<T1>(string name, string help, string label1, Func<T1, double?> read)
        where T1 : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(read);
        T1[] members = Enum.GetValues<T1>();
        Observable(name, help, MetricType.Counter, [label1], [All<T1>()], index => Total(read(members[index])));
    }

    private static double? Total(double? value) => value >= 0 ? value : null;

    private void Observable(
        string name,
        string help,
        MetricType type,
        string[] labels,
        IReadOnlyList<string>[] values,
        Func<int, double?> read)
    {
        MetricNames.Check(name, help, type);
        MetricNames.CheckLabels(name, labels);
        CheckFree(name, type);
        ChildPrefix[] prefixes =
            [.. ChildPrefix.Combinations(values).Select(set => ChildPrefix.Create(name, type, labels, set))];
        Counter failures = _callbackFailures.WithLabels(name);
        var family = new ObservableFamily(name, help, type, prefixes, read, failures);
        Register(family, type, prefixes.Length);
    }
}
