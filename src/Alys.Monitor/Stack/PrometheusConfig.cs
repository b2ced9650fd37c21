using System.Net;
using Alys.Monitor.Settings;

namespace Alys.Monitor.Stack;

/// <summary>
/// The configuration that Prometheus runs with: the committed <c>monitoring/prometheus/prometheus.yml</c> with a few
/// values changed, so that what <c>up</c> runs and what an operator installs cannot drift apart. The nodes, which an
/// operator has in files below <c>nodes/</c>, stand in the configuration itself: a run has the same ones to its end.
/// </summary>
internal static class PrometheusConfig
{
    // Between the parts of the file, of which a job is one.
    private const string EmptyLine = "\n\n";

    /// <summary>The configuration for what is scraped.</summary>
    /// <param name="targets">What runs; the parts of what does not are left out.</param>
    /// <param name="scrapeInterval">How often the nodes are scraped.</param>
    public static string Render(PrometheusTargets targets, TimeSpan scrapeInterval)
    {
        List<string> parts = [.. Resources.Text("prometheus.yml").TrimEnd('\n').Split(EmptyLine)];
        int global = Find(parts, "global:\n");
        parts[global] = Replace(
            parts[global], "scrape_interval: 15s", "scrape_interval: " + Durations.ToText(scrapeInterval));
        Put(parts, "alerting:\n", "127.0.0.1:9093", targets.Alertmanager);
        PutNodes(parts, "alys");
        Put(parts, Job("alys"), "127.0.0.1:9001", targets.Main);
        PutNodes(parts, "alys-migration");
        Put(parts, Job("alys-migration"), "127.0.0.1:9002", targets.Migration);
        Put(parts, Job("prometheus"), "127.0.0.1:9090", targets.Prometheus);
        Put(parts, Job("alertmanager"), "127.0.0.1:9093", targets.Alertmanager);
        Put(parts, Job("node"), "127.0.0.1:9100", targets.NodeExporter);
        if (targets.Store is { } store)
            WriteTo(store, parts);
        return string.Join(EmptyLine, parts) + "\n";
    }

    private static string Job(string name) => $"- job_name: {name}\n";

    // The store's vmalert evaluates the rules: if Prometheus did so as well, whatever goes wrong would be told twice.
    // The label that names this Prometheus stays away, so that rules join the same series as here.
    private static void WriteTo(StoreTargets store, List<string> parts)
    {
        parts[Find(parts, "rule_files:\n")] =
            $"""
            remote_write:
              - url: http://{store.VictoriaMetrics}/api/v1/write
                queue_config:
                  batch_send_deadline: 1s
                write_relabel_configs:
                  - action: labeldrop
                    regex: monitor
            """;
        parts.Add(JobOf("victoriametrics", store.VictoriaMetrics));
        parts.Add(JobOf("vmalert", store.Vmalert));
    }

    private static string JobOf(string name, IPEndPoint target) =>
        $"""
          - job_name: {name}
            scrape_interval: 15s
            static_configs:
              - targets: ["{target}"]
        """;

    private static void Put(List<string> parts, string mark, string committed, IPEndPoint? chosen)
    {
        int at = Find(parts, mark);
        if (chosen is null)
            parts.RemoveAt(at);
        else
            parts[at] = Replace(parts[at], committed, chosen.ToString());
    }

    // The lines of a file of nodes, where the configuration names the file.
    private static void PutNodes(List<string> parts, string job)
    {
        string file = $"nodes/{job}.yml";
        IEnumerable<string> lines = Resources.Text(file).TrimEnd('\n').Split('\n')
            .Where(line => !line.StartsWith('#')).Select(line => "      " + line);
        int at = Find(parts, Job(job));
        parts[at] = Replace(
            parts[at], $"    file_sd_configs:\n      - files: [{file}]",
            "    static_configs:\n" + string.Join('\n', lines));
    }

    private static int Find(List<string> parts, string mark)
    {
        int at = parts.FindIndex(part => part.Contains(mark, StringComparison.Ordinal));
        return at >= 0 ? at : throw new InvalidOperationException($"prometheus.yml must hold '{mark.Trim()}'");
    }

    private static string Replace(string part, string committed, string chosen) =>
        part.Contains(committed, StringComparison.Ordinal)
            ? part.Replace(committed, chosen, StringComparison.Ordinal)
            : throw new InvalidOperationException($"prometheus.yml must hold '{committed}' where it is changed");
}
