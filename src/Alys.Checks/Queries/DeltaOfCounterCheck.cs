using Alys.Checks.Subjects;
using Alys.PromQL.Inference;

namespace Alys.Checks.Queries;

/// <summary><c>delta</c> and its like take a restart of a counter for a fall.</summary>
public sealed class DeltaOfCounterCheck : QueryCheck
{
    /// <inheritdoc/>
    public override string Id => "promql/delta-of-counter";

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Find(Query query, InferenceResult facts, Subject subject) =>
        from call in Calls(facts, "delta", "idelta", "deriv", "predict_linear")
        where call.Arguments.Count > 0 && facts.Of(call.Arguments[0]).Kind == MetricKind.Counter
        select Problem(
            query, call.Span, $"{call.Function.Name}() of a counter: a restart looks like a fall",
            "Take increase() or rate().");
}
