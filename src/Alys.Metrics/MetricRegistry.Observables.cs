using Alys.Metrics.Callbacks;
using Alys.Metrics.Exposition;
using Alys.Metrics.Families;
using Alys.Metrics.Naming;

namespace Alys.Metrics;

/// <content>Metrics whose values are asked for at each scrape.</content>
/// <remarks>
/// A callback is called on a thread of the registry, never twice at once, for each scrape; scrapes at the same time may
/// share a call. It should return at once and not throw. One that throws, or is not back within
/// <see cref="MetricRegistryOptions.CallbackPatience"/>, costs its own family in that scrape and nothing else, and is
/// counted in <c>alys_metrics_callback_failures_total</c>. One that hangs is not called again before it has returned,
/// and later scrapes do not wait for it. Null: absent now.
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

    /// <summary>A number of the registry itself.</summary>
    internal void Computed(string name, string help, Func<long> read) => Single(
        name, help,
        new InstrumentKind<ComputedGauge>(MetricType.Gauge, 1, 0, (prefix, _) => new ComputedGauge(prefix, read)));

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
        ChildPrefix[] prefixes = Array.ConvertAll(
            ChildPrefix.Combinations(values), set => ChildPrefix.Create(name, type, labels, set));
        var callback = new ReadCallback(prefixes, read, _callbackFailures.WithLabels(name));
        var family = new ObservableFamily(name, help, type, callback) { Labels = Labels(labels, values) };
        Register(family, type, prefixes.Length);
    }
}
