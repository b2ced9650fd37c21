using Alys.Checks.Queries;
using Alys.Checks.Subjects;
using Alys.PromQL.Inference;
using Alys.PromQL.Tree;

namespace Alys.Checks.Dashboards;

/// <summary>A rate over Grafana's interval, which is as short as a point of the graph is wide.</summary>
public sealed class RateIntervalCheck : QueryCheck
{
    private static readonly string[] Intervals = ["$__interval", "${__interval}", "[[__interval]]"];

    /// <inheritdoc/>
    public override string Id => "dashboard/rate-interval";

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Find(Query query, InferenceResult facts, Subject subject) =>
        from call in Calls(
            facts, "rate", "irate", "increase", "delta", "idelta", "deriv", "changes", "resets", "predict_linear")
        from matrix in call.Arguments.OfType<MatrixSelector>()
        let range = matrix.Range as DurationVariable
        where range is not null && Intervals.Contains(range.Text)
        select Problem(
            query, range.Span,
            $"{range.Text} may be shorter than a scrape, and {call.Function.Name}() finds nothing then",
            "Take $__rate_interval.");
}
