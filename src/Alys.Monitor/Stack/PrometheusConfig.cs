using System.Net;
using Alys.Monitor.Settings;

namespace Alys.Monitor.Stack;

/// <summary>
/// The configuration that Prometheus runs with: the committed <c>monitoring/prometheus/prometheus.yml</c> with three
/// values changed, so that what <c>up</c> runs and what an operator installs cannot drift apart.
/// </summary>
internal static class PrometheusConfig
{
    private const string CommittedInterval = "scrape_interval: 15s";
    private const string CommittedTarget = "127.0.0.1:9001";
    private const string CommittedSelf = "127.0.0.1:9090";

    /// <summary>The configuration for a monitor, a Prometheus and a scrape interval.</summary>
    public static string Render(IPEndPoint monitor, IPEndPoint prometheus, TimeSpan scrapeInterval)
    {
        string text = Resources.Text("prometheus.yml");
        text = ReplaceOnly(text, CommittedInterval, "scrape_interval: " + Durations.ToText(scrapeInterval));
        text = ReplaceOnly(text, CommittedTarget, monitor.ToString());
        return ReplaceOnly(text, CommittedSelf, prometheus.ToString());
    }

    private static string ReplaceOnly(string text, string committed, string chosen)
    {
        int at = text.IndexOf(committed, StringComparison.Ordinal);
        return at >= 0 && text.IndexOf(committed, at + 1, StringComparison.Ordinal) < 0
            ? text.Replace(committed, chosen, StringComparison.Ordinal)
            : throw new InvalidOperationException($"prometheus.yml must hold '{committed}' exactly once");
    }
}
