using System.Globalization;
using System.Text;
using System.Text.Json;
using Alys.Checks.Catalogs;
using Alys.Checks.Usage;

namespace Alys.Monitor.Checking;

/// <summary>The catalog of metrics with their uses, for people and programs.</summary>
internal static class CatalogPage
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerOptions.Web) { WriteIndented = true };

    /// <summary>A line for each: name, type, unit, labels, how often it is used.</summary>
    public static string ToTable(IReadOnlyList<(CatalogMetric Metric, MetricUses Uses)> metrics)
    {
        StringBuilder text = new();
        int names = metrics.Max(one => one.Metric.Family.Name.Length);
        foreach ((CatalogMetric metric, MetricUses uses) in metrics)
        {
            string labels = string.Join(", ", metric.Family.Labels.Select(label => label.Name));
            string line = string.Create(
                CultureInfo.InvariantCulture,
                $"{metric.Family.Name.PadRight(names)}  {metric.Type,-9}  {metric.Family.Unit ?? "-",-7}  "
                + $"{uses.Rules.Count,3} rules  {uses.Dashboards.Count} dashboards  "
                + $"{uses.Runbooks.Count,2} runbooks  ");
            text.Append((line + labels).TrimEnd()).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>An array of objects with all that is known.</summary>
    public static string ToJson(IReadOnlyList<(CatalogMetric Metric, MetricUses Uses)> metrics) =>
        JsonSerializer.Serialize(
            metrics.Select(one => new
            {
                one.Metric.Family.Name,
                one.Metric.Type,
                one.Metric.Family.Unit,
                one.Metric.Help,
                Labels = one.Metric.Family.Labels.Select(label => new { label.Name, label.Values }),
                one.Metric.Family.Bounds,
                one.Metric.MostSeries,
                one.Uses.Rules,
                one.Uses.Dashboards,
                one.Uses.Runbooks,
            }),
            Indented) + "\n";
}
