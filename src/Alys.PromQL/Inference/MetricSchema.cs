using System.Collections.Frozen;

namespace Alys.PromQL.Inference;

/// <summary>A schema of metrics that are all given.</summary>
/// <remarks><b>Threads:</b> any.</remarks>
public sealed class MetricSchema : IMetricSchema
{
    private readonly FrozenDictionary<string, MetricFamily> _families;

    /// <summary>Makes a schema.</summary>
    /// <param name="families">The metrics; of two with the same name the later counts.</param>
    /// <param name="targetLabels">What a scrape adds; <c>job</c> and <c>instance</c> if null.</param>
    public MetricSchema(IEnumerable<MetricFamily> families, IReadOnlyList<MetricLabel>? targetLabels = null)
    {
        ArgumentNullException.ThrowIfNull(families);
        _families = families.GroupBy(family => family.Name, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
        TargetLabels = targetLabels ?? [new MetricLabel("job"), new MetricLabel("instance")];
    }

    /// <inheritdoc/>
    public IReadOnlyList<MetricLabel> TargetLabels { get; }

    /// <inheritdoc/>
    public MetricFamily? Find(string family) => _families.GetValueOrDefault(family);
}
