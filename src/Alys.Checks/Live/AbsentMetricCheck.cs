using System.Globalization;
using Alys.Checks.Subjects;
using Alys.Checks.Usage;

namespace Alys.Checks.Live;

/// <summary>A metric that is declared, and has no series where one should be.</summary>
public sealed class AbsentMetricCheck : ICheck
{
    // Prometheus makes them only while an alert is pending or fires.
    private static readonly string[] Events = ["ALERTS", "ALERTS_FOR_STATE"];

    /// <inheritdoc/>
    public string Id => "live/absent-metric";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        if (subject.Live.Count == 0) return [];
        HashSet<string> present =
        [
            .. subject.Live.SelectMany(live => live.Families).Where(family => family.Series > 0)
                .Select(family => family.Family.Name),
        ];
        return Asked(subject, present).Concat(Declared(subject, present));
    }

    private static string Sources(Subject subject) =>
        string.Join(" and ", subject.Live.Select(live => live.Source));

    /// <summary>What queries ask for; a page is asked only for what our catalog says that a node has.</summary>
    private IEnumerable<Problem> Asked(Subject subject, HashSet<string> present)
    {
        bool seesAll = subject.Live.Any(live => live.SeesAll);
        HashSet<string> own = [.. subject.Metrics.Own.Select(metric => metric.Family.Name)];
        return from query in subject.Queries
               from found in query.Selectors
               let selector = found.Selector
               let series = found.Series
               where selector.MetricName is not null && series is not null
                   && !present.Contains(series.Family.Name)
                   && (seesAll ? !Events.Contains(series.Family.Name) : own.Contains(series.Family.Name))
               group (query, selector) by series!.Family.Name into same
               let first = same.First()
               let count = same.Select(one => one.query).Distinct().Count()
               select new Problem(
                   Id, first.query.At(first.selector.NameSpan),
                   string.Create(CultureInfo.InvariantCulture,
                       $"{same.Key} is known and has no series now; "
                       + $"{count} {(count == 1 ? "query asks" : "queries ask")} for it"),
                   $"Find out why {Sources(subject)} does not have it.")
               {
                   Element = first.query.Element,
               };
    }

    /// <summary>What a page or a Prometheus declares itself and no query asks for.</summary>
    private IEnumerable<Problem> Declared(Subject subject, HashSet<string> present)
    {
        HashSet<string> asked = MetricNames.Of(subject.Queries);
        return from live in subject.Live
               where !live.SeesAll
               from family in live.Families
               where !present.Contains(family.Family.Name) && !asked.Reads(family.Family.Name)
               select new Problem(
                   Id, family.Where, $"{family.Family.Name} is declared and has no series",
                   "Set it once when the process starts, or take the declaration out.");
    }
}
