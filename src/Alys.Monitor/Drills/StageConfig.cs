using System.Globalization;
using System.Net;
using System.Text;
using Alys.Monitor.Settings;

namespace Alys.Monitor.Drills;

/// <summary>The configuration of a stage's Prometheus: the jobs and the limits of the shipped one, any number of nodes,
/// and of the alerts those that are drilled.</summary>
internal static class StageConfig
{
    /// <summary>The text.</summary>
    /// <param name="pace">How fast it goes.</param>
    /// <param name="rules">The folders whose rules it has.</param>
    /// <param name="targets">What it scrapes: a job, an instance and an address each.</param>
    /// <param name="alertmanager">Whom it tells; null: nobody.</param>
    /// <param name="alerts">The alerts that it tells of; null: all.</param>
    public static string Render(
        Pace pace,
        IEnumerable<string> rules,
        IEnumerable<StageTarget> targets,
        IPEndPoint? alertmanager,
        IEnumerable<string>? alerts)
    {
        StringBuilder text = new();
        text.Append(
            CultureInfo.InvariantCulture,
            $"""
            global:
              scrape_interval: {Durations.ToText(pace.Scrape)}
              scrape_timeout: {Durations.ToText(pace.Timeout)}
              evaluation_interval: {Durations.ToText(pace.Evaluation)}
              external_labels:
                monitor: alys
            rule_files:

            """);
        foreach (string folder in rules)
            text.Append(CultureInfo.InvariantCulture, $"  - {folder}/*.yml\n");
        if (alertmanager is not null) text.Append(Alerting(alertmanager, alerts));
        text.Append("scrape_configs:\n");
        foreach (IGrouping<string, StageTarget> job in targets.GroupBy(target => target.Job))
            text.Append(Job(pace, job.Key, job));
        return text.ToString();
    }

    private static string Alerting(IPEndPoint alertmanager, IEnumerable<string>? alerts)
    {
        string keep = alerts is null ? "" :
            $"""
              alert_relabel_configs:
                - source_labels: [alertname]
                  regex: {string.Join('|', alerts)}
                  action: keep

            """;
        return $"""
            alerting:
            {keep}  alertmanagers:
                - static_configs:
                    - targets: ["{alertmanager}"]

            """;
    }

    private static string Job(Pace pace, string name, IEnumerable<StageTarget> targets)
    {
        StringBuilder text = new($"  - job_name: {name}\n");
        if (pace.ScrapeOf(name) is { } own)
            text.Append(CultureInfo.InvariantCulture, $"    scrape_interval: {Durations.ToText(own)}\n");
        if (name.StartsWith("alys", StringComparison.Ordinal))
            text.Append("    sample_limit: 10000\n    label_limit: 16\n    body_size_limit: 16MB\n");
        text.Append("    static_configs:\n");
        foreach (StageTarget target in targets)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"      - targets: [\"{target.Address}\"]\n        labels: {{instance: {target.Instance}}}\n");
        }

        return text.ToString();
    }
}
