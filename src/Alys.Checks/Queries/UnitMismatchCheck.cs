using Alys.Checks.Subjects;
using Alys.PromQL.Inference;
using Alys.PromQL.Tree;

namespace Alys.Checks.Queries;

/// <summary>Seconds and bytes added up or compared.</summary>
public sealed class UnitMismatchCheck : QueryCheck
{
    /// <inheritdoc/>
    public override string Id => "promql/unit-mismatch";

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Find(Query query, InferenceResult facts, Subject subject) =>
        from binary in facts.Root.DescendantsAndSelf().OfType<BinaryExpression>()
        where binary.Operator is BinaryOperator.Add or BinaryOperator.Subtract || binary.Operator.IsComparison()
        let left = facts.Of(binary.Left).Unit
        let right = facts.Of(binary.Right).Unit
        where left is not null && right is not null && left != right
        select Problem(
            query, binary.OperatorSpan, $"{left} on the left and {right} on the right",
            "Bring both to one unit, or compare something else.");
}
