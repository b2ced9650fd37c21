using Alys.Checks.Subjects;
using Alys.PromQL.Inference;
using Alys.PromQL.Tree;

namespace Alys.Checks.Queries;

/// <summary>An operator between series that can never belong together.</summary>
public sealed class NeverMatchesCheck : QueryCheck
{
    private const int MostValues = 3;

    /// <inheritdoc/>
    public override string Id => "promql/never-matches";

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Find(Query query, InferenceResult facts, Subject subject) =>
        from binary in facts.Root.DescendantsAndSelf().OfType<BinaryExpression>()
        let conflict = facts.Of(binary).Conflict
        where conflict is not null && binary.Operator != BinaryOperator.Or
        select Problem(
            query, binary.OperatorSpan,
            $"the two sides never match: {conflict.Label} is {Text(conflict.Left)} on the left and "
            + $"{Text(conflict.Right)} on the right",
            "Say with on (...) which labels have to be equal.");

    private static string Text(LabelFact fact) => fact switch
    {
        { Presence: LabelPresence.Never } => "never there",
        { Values: [string only] } => $"\"{only}\"",
        { Values: { Count: > MostValues } many } => $"one of {many.Count} values",
        { Values: { } few } => "one of " + string.Join(", ", few),
        _ => "there",
    };
}
