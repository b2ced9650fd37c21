using System.Globalization;
using Alys.Checks.Documents;
using Alys.Checks.Subjects;

namespace Alys.Checks.Scraping;

/// <summary>A target at a port that nothing of ours listens at: guessed, it is always down. Or one of a node's job at
/// the port of another program: the job is up, and no node is measured.</summary>
public sealed class UnknownPortCheck : ICheck
{
    // docs/operations.md has the table.
    private static readonly int[] Ports = [3000, 8428, 8429, 8880, 9001, 9002, 9090, 9093, 9100];

    private static readonly Dictionary<int, string> Others = new()
    {
        [3000] = "Grafana",
        [8428] = "VictoriaMetrics",
        [9090] = "Prometheus",
        [9093] = "Alertmanager",
        [9100] = "node exporter",
    };

    /// <inheritdoc/>
    public string Id => "scrape/unknown-port";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        // With a catalog of another program, its ports are not known.
        if (subject.Metrics.Own.Count == 0) return [];
        (MapNode Job, ScalarNode Target)[] configured =
        [
            .. from config in subject.PrometheusConfigs
               from job in config.Jobs
               where !IsElsewhere(job)
               from targets in job.Maps("static_configs")
               from target in targets.List("targets").OfType<ScalarNode>()
               select (job, target),
        ];
        IEnumerable<Problem> others =
            from pair in configured
            where IsOfNodes(pair.Job.Text("job_name"))
                && PortOf(pair.Target.Value) is { } port && Others.ContainsKey(port)
            select new Problem(
                Id, pair.Target.Location,
                $"{pair.Target.Value} is {Others[PortOf(pair.Target.Value)!.Value]}, and the job "
                + $"{pair.Job.Text("job_name")} is for nodes",
                "A node listens at 9001, one under migration at 9002.")
            {
                Element = pair.Job.Span,
            };
        return others.Concat(Unknown(subject, configured.Select(pair => pair.Target)));
    }

    private IEnumerable<Problem> Unknown(Subject subject, IEnumerable<ScalarNode> configured)
    {
        return from target in configured.Concat(subject.TargetFiles.SelectMany(file => file.Targets))
               where PortOf(target.Value) is not { } port || !Ports.Contains(port)
               select new Problem(
                   Id, target.Location, $"nothing of Alys listens at {target.Value}",
                   $"Its ports are {string.Join(", ", Ports)}: see docs/operations.md.");
    }

    // A prober is scraped in the place of what it probes.
    private static bool IsElsewhere(MapNode job) =>
        job.Maps("relabel_configs").Any(one => one.Text("target_label") == "__address__");

    private static bool IsOfNodes(string? job) => job is "alys" or "alys-migration";

    private static int? PortOf(string target) => int.TryParse(
        target.AsSpan(target.LastIndexOf(':') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int port)
        ? port : null;
}
