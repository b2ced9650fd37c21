using System.Net;
using Alys.Monitor.Settings;

namespace Alys.Monitor.Stack;

/// <summary>
/// The configuration that Prometheus runs with: the committed <c>monitoring/prometheus/prometheus.yml</c> with a few
/// values changed, so that what <c>up</c> runs and what an operator installs cannot drift apart.
/// </summary>
internal static class PrometheusConfig
{
    private const string CommittedInterval = "scrape_interval: 15s";
    private const string CommittedMain = "127.0.0.1:9001";
    private const string CommittedMigration = "127.0.0.1:9002";
    private const string CommittedSelf = "127.0.0.1:9090";
    private const string JobStart = "  - job_name: ";
    private const string MigrationJob = JobStart + "alys-migration\n";

    /// <summary>The configuration for what is scraped.</summary>
    /// <param name="main">Job <c>alys</c>: a node or a monitor.</param>
    /// <param name="migration">Job <c>alys-migration</c>: the node under migration; null: the job is left out.</param>
    /// <param name="prometheus">Where Prometheus listens; it scrapes itself.</param>
    /// <param name="scrapeInterval">How often.</param>
    public static string Render(
        IPEndPoint main, IPEndPoint? migration, IPEndPoint prometheus, TimeSpan scrapeInterval)
    {
        string text = Resources.Text("prometheus.yml");
        text = migration is null
            ? WithoutMigration(text)
            : ReplaceOnly(text, CommittedMigration, migration.ToString());
        text = ReplaceOnly(text, CommittedInterval, "scrape_interval: " + Durations.ToText(scrapeInterval));
        text = ReplaceOnly(text, CommittedMain, main.ToString());
        return ReplaceOnly(text, CommittedSelf, prometheus.ToString());
    }

    private static string WithoutMigration(string text)
    {
        int start = text.IndexOf(MigrationJob, StringComparison.Ordinal);
        int next = start < 0 ? -1 : text.IndexOf(JobStart, start + JobStart.Length, StringComparison.Ordinal);
        return next > 0
            ? text.Remove(start, next - start)
            : throw new InvalidOperationException("prometheus.yml must hold the job alys-migration and one after it");
    }

    private static string ReplaceOnly(string text, string committed, string chosen)
    {
        int at = text.IndexOf(committed, StringComparison.Ordinal);
        return at >= 0 && text.IndexOf(committed, at + 1, StringComparison.Ordinal) < 0
            ? text.Replace(committed, chosen, StringComparison.Ordinal)
            : throw new InvalidOperationException($"prometheus.yml must hold '{committed}' exactly once");
    }
}
