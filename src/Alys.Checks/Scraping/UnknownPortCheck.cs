using System.Globalization;
using Alys.Checks.Documents;
using Alys.Checks.Subjects;

namespace Alys.Checks.Scraping;

/// <summary>A target at a port that nothing of ours listens at: guessed, it is always down.</summary>
public sealed class UnknownPortCheck : ICheck
{
    // docs/operations.md has the table.
    private static readonly int[] Ports = [3000, 8428, 8429, 8880, 9001, 9002, 9090, 9093, 9100];

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
               where PortOf(target.Value) is not { } port || !Ports.Contains(port)
               select new Problem(
                   Id, target.Location, $"nothing of Alys listens at {target.Value}",
                   $"Its ports are {string.Join(", ", Ports)}: see docs/operations.md.");
    }

    private static int? PortOf(string target) => int.TryParse(
        target.AsSpan(target.LastIndexOf(':') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int port)
        ? port : null;
}
