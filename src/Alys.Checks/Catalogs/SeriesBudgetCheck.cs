using System.Globalization;
using Alys.Checks.Subjects;
using Alys.PromQL.Inference;

namespace Alys.Checks.Catalogs;

/// <summary>A catalog whose closed sets alone need more series than there may be.</summary>
public sealed class SeriesBudgetCheck : ICheck
{
    /// <summary>Series of a node. <b>Source:</b> the targets of the project's documents.</summary>
    public const int Budget = 10_000;

    // Buckets, +Inf, sum and count.
    private const int BesidesBounds = 3;

    /// <inheritdoc/>
    public string Id => "catalog/series-budget";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        long all = subject.Metrics.Own.Sum(metric => SeriesOf(metric.Family));
        if (all <= Budget || subject.Metrics.Own.MaxBy(metric => SeriesOf(metric.Family)) is not { } most) yield break;
        yield return new Problem(
            Id, CatalogText.At(subject.Metrics, most.Family.Name),
            string.Create(CultureInfo.InvariantCulture,
                $"the closed sets of labels alone make {all} series; "
                + $"{SeriesOf(most.Family)} are of {most.Family.Name}"),
            string.Create(CultureInfo.InvariantCulture, $"A node may have {Budget}: take a label away."));
    }

    /// <summary>The series of a family when each closed label takes all its values and each open one only one.
    /// </summary>
    public static long SeriesOf(MetricFamily family)
    {
        ArgumentNullException.ThrowIfNull(family);
        long children = family.Labels.Aggregate(1L, (count, label) => count * Math.Max(1, label.Values?.Count ?? 1));
        return children * (family.Kind == MetricKind.Histogram ? (family.Bounds?.Count ?? 0) + BesidesBounds : 1);
    }
}
