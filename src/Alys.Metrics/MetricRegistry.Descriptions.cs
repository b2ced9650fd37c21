using Alys.Metrics.Naming;

namespace Alys.Metrics;

/// <content>What metrics there are.</content>
public sealed partial class MetricRegistry
{
    /// <summary>All metrics that were made until now, by name.</summary>
    /// <remarks><b>Threads:</b> any. <b>Cost:</b> some allocations a metric; for start-up, documents and
    /// tests.</remarks>
    public IReadOnlyList<MetricDescription> Describe() =>
    [
        .. Volatile.Read(ref _families).Select(family => new MetricDescription(
            family.Name,
            family.Type == MetricType.InheritedCounter ? "counter" : family.Type.Name(ExpositionFormat.OpenMetrics),
            family.Help,
            family.Labels,
            family.Relay is { } relay ? relay.Bounds.Values.ToArray() : [])),
    ];

    private static MetricLabel[] Labels(IReadOnlyList<string> names, IReadOnlyList<string>[]? values) =>
        [.. names.Select((name, index) => new MetricLabel(name, values?[index]))];
}
