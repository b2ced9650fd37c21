using Alys.Checks.Documents;
using Alys.Checks.Subjects;

namespace Alys.Checks.Scraping;

/// <summary>The values that configurations give to the label <c>job</c>.</summary>
/// <param name="Names">Those that are known.</param>
/// <param name="IsOpen">Whether there may be others: jobs stand in other files, or relabelling makes them.</param>
/// <param name="IsHonored">Whether what is scraped may bring its own, as from a push gateway. <c>up</c> does not.
/// </param>
internal sealed record JobNames(IReadOnlyList<string> Names, bool IsOpen, bool IsHonored)
{
    private const string Job = "job";

    private static readonly string[] Relabellings = ["relabel_configs", "metric_relabel_configs"];

    /// <summary>Those of all configurations and files of targets.</summary>
    public static JobNames Of(Subject subject)
    {
        MapNode[] jobs = [.. subject.PrometheusConfigs.SelectMany(config => config.Jobs)];
        IEnumerable<MapNode> groups = jobs.SelectMany(job => job.Maps("static_configs"))
            .Concat(subject.TargetFiles.SelectMany(file => file.Root.Items.OfType<MapNode>()));
        return new JobNames(
            [
                .. jobs.Select(job => job.Text("job_name"))
                    .Concat(groups.Select(group => group.Map("labels")?.Text(Job))).OfType<string>().Distinct(),
            ],
            subject.PrometheusConfigs.Any(config => config.Root["scrape_config_files"] is not null)
                || jobs.Any(job => Relabellings.SelectMany(list => job.Maps(list)).Any(Makes)),
            jobs.Any(job => job.Text("honor_labels") == "true"));
    }

    private static bool Makes(MapNode relabelling) =>
        relabelling.Text("target_label") is { } label
        && (label == Job || label.Contains('$', StringComparison.Ordinal));
}
