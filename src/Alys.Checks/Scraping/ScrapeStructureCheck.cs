using Alys.Checks.Documents;
using Alys.Checks.Shapes;
using Alys.Checks.Subjects;

namespace Alys.Checks.Scraping;

/// <summary>A configuration or a file of targets that Prometheus would not load: a setting that it does not have, one
/// of the wrong kind, a job without a name of its own.</summary>
/// <remarks><b>Source:</b> as of <see cref="PrometheusShape"/>.</remarks>
public sealed class ScrapeStructureCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "scrape/structure";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return subject.PrometheusConfigs.SelectMany(config => Find(config.Root))
            .Concat(subject.TargetFiles.SelectMany(file =>
                PrometheusShape.Targets.Find(file.Root, "a file of targets")))
            .Select(error => error.Of(Id));
    }

    private static IEnumerable<ShapeError> Find(MapNode root) =>
        [.. PrometheusShape.Whole.Find(root, "Prometheus"), .. Names(root)];

    private static IEnumerable<ShapeError> Names(MapNode root)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (MapNode job in root.Maps("scrape_configs"))
        {
            if (job.Scalar("job_name") is not { Value: { Length: > 0 } value } name)
                yield return new ShapeError(job, "this job has no name", "Give it one: - job_name: alys");
            else if (!names.Add(value))
                yield return new ShapeError(name, $"there is a job {value} already", "Give each job its own name.");
        }
    }
}
