using Alys.Checks.Catalogs;
using Alys.Checks.Subjects;

namespace Alys.Checks.Usage;

/// <summary>A metric of the catalog on no dashboard and in no rule that is not said to be for diagnosis.</summary>
public sealed class UnusedMetricCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "usage/unused-metric";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        // Some files of a whole, or those of somebody else, use few metrics, and that is no mistake of theirs. Who
        // keeps a list of what is for diagnosis wants the rest to be used.
        if (subject.Dashboards.Count == 0 || subject.RuleFiles.Count == 0 || subject.Diagnostics.Count == 0)
            yield break;
        HashSet<string> used = MetricNames.Of(
            subject.Rules.SelectMany(rule => rule.Queries)
                .Concat(subject.Dashboards.SelectMany(dashboard => dashboard.Queries)));
        HashSet<string> diagnostic = [.. subject.Diagnostics.SelectMany(file => file.Names)];
        foreach (CatalogMetric metric in subject.Metrics.Own)
        {
            string name = metric.Family.Name;
            if (!used.Reads(name) && !diagnostic.Contains(name))
            {
                yield return new Problem(
                    Id, CatalogText.At(subject.Metrics, name), $"{name} is on no dashboard and in no rule",
                    "Show it, or say in monitoring/diagnostic.yml what it is for.");
            }
        }

        foreach (DiagnosticMetrics file in subject.Diagnostics)
        {
            foreach (var entry in file.Entries.Where(entry =>
                used.Reads(entry.Key.Value) || subject.Metrics.Find(entry.Key.Value) is null))
            {
                string why = used.Reads(entry.Key.Value) ? "is on a dashboard or in a rule" : "is no metric";
                yield return new Problem(
                    Id, entry.Key.Location, $"{entry.Key.Value} {why}, so it need not be excused", "Take it out.");
            }
        }
    }
}
