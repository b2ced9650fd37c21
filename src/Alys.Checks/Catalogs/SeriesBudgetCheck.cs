using System.Globalization;
using Alys.Checks.Subjects;

namespace Alys.Checks.Catalogs;

/// <summary>A catalog that needs more series at its worst than there may be.</summary>
public sealed class SeriesBudgetCheck : ICheck
{
    /// <summary>Series of a node. <b>Source:</b> the targets of the project's documents.</summary>
    public const int Budget = 10_000;

    /// <inheritdoc/>
    public string Id => "catalog/series-budget";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        long all = subject.Metrics.Own.Sum(metric => metric.MostSeries);
        if (all <= Budget || subject.Metrics.Own.MaxBy(metric => metric.MostSeries) is not { } most) yield break;
        yield return new Problem(
            Id, CatalogText.At(subject.Metrics, most.Family.Name),
            string.Create(CultureInfo.InvariantCulture,
                $"all sets of labels at their worst make {all} series; "
                + $"{most.MostSeries} are of {most.Family.Name}"),
            string.Create(CultureInfo.InvariantCulture, $"A node may have {Budget}: take a label away."));
    }
}
