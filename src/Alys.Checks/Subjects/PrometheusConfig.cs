using Alys.Checks.Documents;
using Alys.Checks.Sources;
using Alys.PromQL;

namespace Alys.Checks.Subjects;

/// <summary>A configuration of Prometheus.</summary>
/// <param name="File">The file.</param>
/// <param name="Root">All of it.</param>
public sealed record PrometheusConfig(SourceFile File, MapNode Root)
{
    private static readonly string[] Lists =
        ["scrape_configs", "scrape_config_files", "rule_files", "remote_write", "remote_read"];

    private static readonly string[] OfAlerting = ["alertmanagers", "alert_relabel_configs"];

    private static readonly string[] OfGlobal = ["scrape_interval", "evaluation_interval", "external_labels"];

    // Promtail scrapes logs, with settings of the same name.
    private static readonly string[] OfPromtail = ["positions", "clients"];

    /// <summary>Whether a document is such a configuration, also one with mistakes in the names of its settings.
    /// </summary>
    public static bool Is(MapNode document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return !OfPromtail.Any(name => document[name] is not null)
            && (Lists.Any(name => document[name] is ListNode)
                || OfAlerting.Any(name => document.Map("alerting")?[name] is ListNode)
                || OfGlobal.Any(name => document.Map("global")?[name] is not null));
    }

    /// <summary>What is scraped.</summary>
    public IEnumerable<MapNode> Jobs => Root.Maps("scrape_configs");

    /// <summary>How often, unless a job says otherwise; one minute when it is not said.</summary>
    public TimeSpan ScrapeInterval =>
        PromQLDurations.TryParse(Root.Map("global")?.Text("scrape_interval")) ?? TimeSpan.FromMinutes(1);

    /// <summary>The labels that its relabelling of alerts sets.</summary>
    public IEnumerable<string> AlertRelabelled =>
        (Root.Map("alerting")?.Maps("alert_relabel_configs") ?? []).Select(one => one.Text("target_label"))
            .OfType<string>();

    /// <summary>The labels that it adds to everything that leaves it, alerts among it.</summary>
    public IEnumerable<string> ExternalLabels =>
        Root.Map("global")?.Map("external_labels")?.Entries.Select(entry => entry.Key.Value) ?? [];
}
