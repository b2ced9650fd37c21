using Alys.Checks.Documents;
using Alys.Checks.Subjects;

namespace Alys.Checks.Scraping;

/// <summary>A setting that Prometheus does not have: it does not start with one.</summary>
public sealed class UnknownKeyCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "scrape/unknown-key";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return subject.PrometheusConfigs.SelectMany(Find)
            .Concat(subject.TargetFiles.SelectMany(file => Targets(file.Root.Items.OfType<MapNode>())));
    }

    private IEnumerable<Problem> Find(PrometheusConfig config)
    {
        MapNode? alerting = config.Root.Map("alerting");
        return
        [
            .. Unknown(config.Root, "at the top", PrometheusKeys.Top),
            .. Unknown(config.Root.Map("global"), "in global", PrometheusKeys.Global),
            .. config.Jobs.SelectMany(job => Unknown(job, "in a job", PrometheusKeys.Job)),
            .. config.Jobs.SelectMany(job => Targets(job.Maps("static_configs"))),
            .. Unknown(alerting, "in alerting", PrometheusKeys.Alerting),
            .. (alerting?.Maps("alertmanagers") ?? []).SelectMany(one =>
                Unknown(one, "in alertmanagers", PrometheusKeys.Alertmanager)
                    .Concat(Targets(one.Maps("static_configs")))),
        ];
    }

    private IEnumerable<Problem> Targets(IEnumerable<MapNode> groups) =>
        groups.SelectMany(group => Unknown(group, "beside targets", PrometheusKeys.Targets));

    private IEnumerable<Problem> Unknown(MapNode? map, string where, IReadOnlyList<string> known) =>
        from entry in map?.Entries ?? []
        let name = entry.Key.Value
        where !known.Contains(name) && !IsDiscovery(name, known)
        select new Problem(
            Id, entry.Key.Location, $"Prometheus has no setting {name} {where}", Near.Sentence(name, known));

    // Where there is one kind of discovery there are all, those of a later Prometheus too.
    private static bool IsDiscovery(string name, IReadOnlyList<string> known) =>
        name.EndsWith(PrometheusKeys.Discovery, StringComparison.Ordinal) && known.Contains("file_sd_configs");
}
