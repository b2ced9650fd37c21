using Alys.Checks.Subjects;
using Alys.PromQL.Inference;
using Alys.PromQL.Tree;

namespace Alys.Checks.Queries;

/// <summary>A metric that nothing exposes and no rule records: the query is silent for ever.</summary>
public sealed class UnknownMetricCheck : QueryCheck
{
    /// <inheritdoc/>
    public override string Id => "promql/unknown-metric";

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Find(Query query, InferenceResult facts, Subject subject)
    {
        foreach ((VectorSelector selector, Series? series) in query.Selectors)
        {
            if (selector.MetricName is not { } name)
            {
                foreach (LabelMatcher pattern in WithoutMetric(selector, subject))
                {
                    yield return Problem(
                        query, pattern.ValueSpan, $"there is no metric that {pattern.Value} fits",
                        "Ask for names that are there.");
                }

                continue;
            }

            if (series is null)
            {
                yield return Problem(
                    query, selector.NameSpan, $"there is no metric {name}", Near.Sentence(name, subject.Metrics.Names));
            }
            else if (series is { Family.Kind: MetricKind.Histogram, Role: SeriesRole.Value, Family.Bounds: not null })
            {
                yield return Problem(
                    query, selector.NameSpan, $"{name} is a histogram, which has no series of its bare name",
                    "Take its _bucket, _sum or _count.");
            }
        }
    }

    private static IEnumerable<LabelMatcher> WithoutMetric(VectorSelector selector, Subject subject) =>
        from matcher in selector.Matchers
        where matcher is { Label.Name: "__name__", Operator: MatchOperator.Regex, HasVariable: false }
            && !subject.Metrics.SeriesNames.Any(name => matcher.Matches(name) != false)
        select matcher;
}
