using Alys.Checks.Catalogs;
using Alys.Checks.Subjects;

namespace Alys.Checks.Usage;

/// <summary>Where a metric of the catalog is used.</summary>
/// <param name="Rules">Alerts and recording rules, by name.</param>
/// <param name="Dashboards">Uids of dashboards.</param>
/// <param name="Runbooks">Runbooks, by the name of their alert.</param>
public sealed record MetricUses(
    IReadOnlyList<string> Rules, IReadOnlyList<string> Dashboards, IReadOnlyList<string> Runbooks)
{
    /// <summary>The uses of a metric, each list in the order of its names.</summary>
    public static MetricUses Of(CatalogMetric metric, Subject subject)
    {
        ArgumentNullException.ThrowIfNull(metric);
        ArgumentNullException.ThrowIfNull(subject);
        string name = metric.Family.Name;
        return new MetricUses(
            Sorted(subject.Rules.Where(rule => rule.Queries.Any(query => Reads(query, name)))
                .Select(rule => rule.Name)),
            Sorted(subject.Dashboards.Where(dashboard => dashboard.Queries.Any(query => Reads(query, name)))
                .Select(dashboard => dashboard.Uid ?? dashboard.File.Path)),
            Sorted(subject.Runbooks.Where(runbook => runbook.Queries.Any(query => Reads(query, name)))
                .Select(runbook => runbook.Alert)));
    }

    private static bool Reads(Query query, string family) => MetricNames.Of([query]).Reads(family);

    private static string[] Sorted(IEnumerable<string> names) => [.. names.Distinct().Order(StringComparer.Ordinal)];
}
