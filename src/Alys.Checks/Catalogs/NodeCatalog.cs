using Alys.Metrics;
using Alys.Metrics.Node;
using Alys.PromQL.Inference;
using MetricLabel = Alys.PromQL.Inference.MetricLabel;

namespace Alys.Checks.Catalogs;

/// <summary>The catalog in <c>Alys.Metrics.Node</c>: what a node, and a monitor beside one, can expose.</summary>
public static class NodeCatalog
{
    private static readonly string[] Units = ["seconds", "bytes", "percent", "ratio", "sats", "blocks"];

    /// <summary>All metrics, in the order of their names.</summary>
    /// <remarks><b>Cost:</b> makes a registry with all of them; some milliseconds.</remarks>
    public static IReadOnlyList<CatalogMetric> Read()
    {
        MetricRegistry registry = new();
        _ = new NodeMetrics(registry, TimeProvider.System);
        _ = new CollectorMetrics(registry);
        _ = new ProcessMetrics(registry);
        _ = new HostMetrics(registry);
        _ = new ExecutionClientMetrics(registry);
        _ = new BuildMetrics(registry, "node", "0.0.0");
        return [.. registry.Describe().Select(Of).OrderBy(metric => metric.Family.Name, StringComparer.Ordinal)];
    }

    /// <summary>The unit that a name ends in; null when it ends in none.</summary>
    public static string? UnitOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string bare = name.EndsWith("_total", StringComparison.Ordinal) ? name[..^6] : name;
        return Units.FirstOrDefault(unit => bare.EndsWith("_" + unit, StringComparison.Ordinal));
    }

    private static CatalogMetric Of(MetricDescription metric) => new(
        new MetricFamily
        {
            Name = metric.Name,
            Kind = metric.Type switch
            {
                "counter" => MetricKind.Counter,
                "histogram" => MetricKind.Histogram,
                _ => MetricKind.Gauge,
            },
            Labels = [.. metric.Labels.Select(label => new MetricLabel(label.Name, label.Values))],
            Unit = UnitOf(metric.Name),
            Bounds = metric.Type == "histogram" ? metric.Bounds : null,
        },
        metric.Help,
        metric.Type,
        metric.MostSeries);
}
