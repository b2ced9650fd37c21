using Alys.Checks.Subjects;
using Alys.PromQL.Inference;
using Alys.PromQL.Tree;

namespace Alys.Checks.Queries;

/// <summary><c>rate</c> and its like take each fall for a restart from 0, so of a gauge they make nonsense.</summary>
public sealed class RateOfGaugeCheck : QueryCheck
{
    /// <inheritdoc/>
    public override string Id => "promql/rate-of-gauge";

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Find(Query query, InferenceResult facts, Subject subject) =>
        from call in Calls(facts, "rate", "irate", "increase")
        where call.Arguments.Count == 1 && facts.Of(call.Arguments[0]).Kind == MetricKind.Gauge
        select Problem(
            query, call.Span, $"{call.Function.Name}() of a gauge: {Name(call.Arguments[0])} goes up and down",
            "Take delta(), deriv() or changes().");

    private static string Name(Expression argument) =>
        argument.DescendantsAndSelf().OfType<VectorSelector>().FirstOrDefault()?.MetricName ?? "what is in it";
}
