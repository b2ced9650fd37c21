using Alys.Checks.Documents;
using Alys.Checks.Subjects;
using Alys.PromQL.Inference;

namespace Alys.Checks.Reading;

/// <summary>The labels that a scrape adds to all that it reads.</summary>
/// <param name="All">Those that are known; <c>job</c> and <c>instance</c> are always there.</param>
/// <param name="IsOpen">Whether there may be others, as when labels of pods become labels of targets.</param>
/// <remarks><b>Source:</b> "Configuration" of the documentation of Prometheus; prometheus-operator's API reference.
/// </remarks>
internal sealed record TargetLabels(IReadOnlyList<MetricLabel> All, bool IsOpen)
{
    private static readonly MetricLabel[] Always = [new("job"), new("instance")];

    // What prometheus-operator makes of a target, whatever its monitor says.
    private static readonly string[] OfOperator = ["container", "endpoint", "namespace", "pod", "service"];

    private static readonly string[] Relabellings = ["relabel_configs", "metric_relabel_configs"];

    /// <summary>Those that some files tell of.</summary>
    /// <param name="configs">Configurations of Prometheus.</param>
    /// <param name="files">Files of targets.</param>
    /// <param name="isOperated">Whether it may be that prometheus-operator configures what is scraped.</param>
    public static TargetLabels Of(
        IReadOnlyList<PrometheusConfig> configs, IReadOnlyList<TargetFile> files, bool isOperated)
    {
        MapNode[] relabelled = [.. configs.SelectMany(config => config.Jobs)
            .SelectMany(job => Relabellings.SelectMany(list => job.Maps(list)))];
        IEnumerable<string> named =
        [
            .. configs.SelectMany(config => config.Jobs).SelectMany(job => job.Maps("static_configs"))
                .Concat(files.SelectMany(file => file.Root.Items.OfType<MapNode>()))
                .SelectMany(group => group.Map("labels")?.Entries ?? []).Select(entry => entry.Key.Value),
            .. relabelled.Select(one => one.Text("target_label")).OfType<string>(),
            .. isOperated && configs.Count == 0 ? OfOperator : [],
        ];
        return new TargetLabels(
            [
                .. Always,
                .. named.Where(IsKept).Distinct().Except(Always.Select(label => label.Name))
                    .Select(name => new MetricLabel(name, IsOptional: true)),
            ],
            relabelled.Any(one => one.Text("action") == "labelmap")
                || named.Any(name => name.Contains('$', StringComparison.Ordinal)));
    }

    // Prometheus drops labels that begin so when a target is made.
    private static bool IsKept(string name) =>
        !name.StartsWith("__", StringComparison.Ordinal) && !name.Contains('$', StringComparison.Ordinal);
}
