using Alys.Checks.Documents;
using Alys.Checks.Sources;
using Alys.PromQL;

namespace Alys.Checks.Subjects;

/// <summary>A configuration of Prometheus.</summary>
/// <param name="File">The file.</param>
/// <param name="Root">All of it.</param>
public sealed record PrometheusConfig(SourceFile File, MapNode Root)
{
    /// <summary>What is scraped.</summary>
    public IEnumerable<MapNode> Jobs => Root.Maps("scrape_configs");

    /// <summary>How often, unless a job says otherwise; one minute when it is not said.</summary>
    public TimeSpan ScrapeInterval =>
        PromQLDurations.TryParse(Root.Map("global")?.Text("scrape_interval")) ?? TimeSpan.FromMinutes(1);

    /// <summary>The labels that it adds to everything that leaves it, alerts among it.</summary>
    public IEnumerable<string> ExternalLabels =>
        Root.Map("global")?.Map("external_labels")?.Entries.Select(entry => entry.Key.Value) ?? [];
}
