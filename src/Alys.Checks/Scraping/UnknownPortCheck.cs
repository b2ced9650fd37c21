using System.Globalization;
using Alys.Checks.Documents;
using Alys.Checks.Subjects;

namespace Alys.Checks.Scraping;

/// <summary>A target at a port that nothing of ours listens at: guessed, it is always down.</summary>
public sealed class UnknownPortCheck : ICheck
{
    // docs/operations.md has the table.
    private static readonly Dictionary<int, string> Ports = new()
    {
        [9001] = "a node or a monitor",
        [9002] = "the node under migration",
        [9090] = "Prometheus",
        [9093] = "Alertmanager",
        [9100] = "node exporter",
        [8428] = "VictoriaMetrics",
        [8880] = "vmalert",
        [8429] = "vmagent",
        [3000] = "Grafana",
    };

    /// <inheritdoc/>
    public string Id => "scrape/unknown-port";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        IEnumerable<ScalarNode> configured =
            from config in subject.PrometheusConfigs
            from job in config.Jobs
            from targets in job.Maps("static_configs")
            from target in targets.List("targets").OfType<ScalarNode>()
            select target;
        return from target in configured.Concat(subject.TargetFiles.SelectMany(file => file.Targets))
               where PortOf(target.Value) is not { } port || !Ports.ContainsKey(port)
               select new Problem(
                   Id, target.Location, $"nothing of Alys listens at {target.Value}",
                   "Its ports are " + string.Join(", ", Ports.Select(port => string.Create(
                       CultureInfo.InvariantCulture, $"{port.Key} ({port.Value})"))) + ".");
    }

    private static int? PortOf(string target) => int.TryParse(
        target.AsSpan(target.LastIndexOf(':') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int port)
        ? port : null;
}
