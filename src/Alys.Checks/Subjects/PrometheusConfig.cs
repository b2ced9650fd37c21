using Alys.Checks.Documents;
using Alys.Checks.Sources;
using Alys.PromQL;

namespace Alys.Checks.Subjects;

/// <summary>A configuration of Prometheus.</summary>
/// <param name="File">The file.</param>
/// <param name="Root">All of it.</param>
public sealed record PrometheusConfig(SourceFile File, MapNode Root)
{
    /// <summary>Whether a document is such a configuration, also one with mistakes in the names of its settings.
    /// </summary>
    public static bool Is(MapNode document)
    {
        ArgumentNullException.ThrowIfNull(document);
        MapNode? global = document.Map("global");
        return document["scrape_configs"] is ListNode || document["scrape_config_files"] is ListNode
            || document["remote_write"] is ListNode || document.Map("alerting")?["alertmanagers"] is ListNode
            || global?["scrape_interval"] is not null || global?["evaluation_interval"] is not null;
    }

    /// <summary>What is scraped.</summary>
    public IEnumerable<MapNode> Jobs => Root.Maps("scrape_configs");

    /// <summary>How often, unless a job says otherwise; one minute when it is not said.</summary>
    public TimeSpan ScrapeInterval =>
        PromQLDurations.TryParse(Root.Map("global")?.Text("scrape_interval")) ?? TimeSpan.FromMinutes(1);

    /// <summary>The labels that it adds to everything that leaves it, alerts among it.</summary>
    public IEnumerable<string> ExternalLabels =>
        Root.Map("global")?.Map("external_labels")?.Entries.Select(entry => entry.Key.Value) ?? [];
}
