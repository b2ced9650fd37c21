using Alys.Metrics.Families;
using Alys.Metrics.Naming;

namespace Alys.Metrics;

/// <content>What metrics there are.</content>
public sealed partial class MetricRegistry
{
    // +Inf, sum and count.
    private const int BesidesBounds = 3;

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
            family.Relay is { } relay ? relay.Bounds.Values.ToArray() : [],
            SetsOf(family) * (family.Relay is { } parts ? parts.Bounds.Values.Length + BesidesBounds : 1))),
    ];

    /// <summary>The most sets of label values.</summary>
    private static long SetsOf(Family family)
    {
        if (family.Limit is { } limit) return limit + 1L;
        if (family.Labels.All(label => label.Values is not null))
            return family.Labels.Aggregate(1L, (product, label) => product * label.Values!.Count);
        int now = 0;
        foreach (Instrument? child in family.Children)
        {
            if (child is not null) now++;
        }

        return Math.Max(1, now);
    }

    private static MetricLabel[] Labels(string[] names, IReadOnlyList<string>[]? values)
    {
        var labels = new MetricLabel[names.Length];
        for (int i = 0; i < labels.Length; i++) labels[i] = new MetricLabel(names[i], values?[i]);
        return labels;
    }
}
