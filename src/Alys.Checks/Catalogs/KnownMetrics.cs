using Alys.PromQL.Inference;

namespace Alys.Checks.Catalogs;

/// <summary>Every metric that may stand in a query.</summary>
/// <remarks><b>Threads:</b> any; it does not change.</remarks>
public sealed class KnownMetrics : IMetricSchema
{
    private readonly Dictionary<string, MetricFamily> _families = new(StringComparer.Ordinal);

    /// <summary>Puts catalogs together; where two have the same name, the later counts.</summary>
    /// <param name="own">What is judged: the catalog of a node.</param>
    /// <param name="foreign">What is only taken for granted: other programs' metrics.</param>
    /// <param name="recorded">What rules record.</param>
    /// <param name="targetLabels">What a scrape adds; <c>job</c> and <c>instance</c> if null.</param>
    public KnownMetrics(
        IReadOnlyList<CatalogMetric> own,
        IEnumerable<MetricFamily> foreign,
        IEnumerable<MetricFamily> recorded,
        IReadOnlyList<MetricLabel>? targetLabels = null)
    {
        ArgumentNullException.ThrowIfNull(own);
        Own = own;
        TargetLabels = targetLabels ?? [new MetricLabel("job"), new MetricLabel("instance")];
        foreach (MetricFamily family in foreign.Concat(own.Select(metric => metric.Family)).Concat(recorded))
            _families[family.Name] = family;
    }

    /// <summary>The catalog that is judged.</summary>
    public IReadOnlyList<CatalogMetric> Own { get; }

    /// <inheritdoc/>
    public IReadOnlyList<MetricLabel> TargetLabels { get; }

    /// <summary>All names of families.</summary>
    public IEnumerable<string> Names => _families.Keys;

    /// <summary>All names of series: of histograms and summaries also with what stands behind it.</summary>
    public IEnumerable<string> SeriesNames => _families.Values.SelectMany(family =>
        family.Kind is MetricKind.Histogram or MetricKind.Summary
            ? [family.Name, family.Name + "_bucket", family.Name + "_sum", family.Name + "_count"]
            : (IEnumerable<string>)[family.Name]);

    /// <inheritdoc/>
    public MetricFamily? Find(string family) => _families.GetValueOrDefault(family);
}
