using Alys.Checks.Subjects;
using Alys.PromQL;
using Alys.PromQL.Inference;
using Alys.PromQL.Tree;

namespace Alys.Checks.Queries;

/// <summary>A range with so few scrapes in it that a single one that fails leaves nothing to calculate with.</summary>
public sealed class ShortRangeCheck : QueryCheck
{
    private const int Scrapes = 4;

    /// <inheritdoc/>
    public override string Id => "promql/short-range";

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Find(Query query, InferenceResult facts, Subject subject)
    {
        if (subject.PrometheusConfigs.Count == 0) return [];
        return from call in Calls(
                   facts, "rate", "irate", "increase", "delta", "idelta", "deriv", "changes", "resets",
                   "predict_linear")
               from matrix in call.Arguments.OfType<MatrixSelector>()
               let least = Scrapes * subject.PrometheusConfigs.Max(config => Interval(config, matrix.Selector))
               where matrix.Range.Value < least
               select Problem(
                   query, matrix.Range.Span,
                   $"{PromQLDurations.ToText(matrix.Range.Value!.Value)} is shorter than {Scrapes} scrapes",
                   $"Take {PromQLDurations.ToText(least)} or more.");
    }

    // Of a selector that names its jobs, that of the slowest of them.
    private static TimeSpan Interval(PrometheusConfig config, VectorSelector selector)
    {
        LabelMatcher[] matchers = [.. selector.Matchers.Where(matcher => matcher.Label.Name == "job")];
        TimeSpan[] own = matchers.Length == 0 ? []
            :
            [
                .. from job in config.Jobs
                   let name = job.Text("job_name")
                   where name is not null && matchers.All(matcher => matcher.Matches(name) == true)
                   select PromQLDurations.TryParse(job.Text("scrape_interval")) ?? config.ScrapeInterval,
            ];
        return own.Length == 0 ? config.ScrapeInterval : own.Max();
    }
}
