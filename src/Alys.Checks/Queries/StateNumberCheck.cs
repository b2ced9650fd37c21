using System.Globalization;
using Alys.Checks.Catalogs;
using Alys.Checks.Subjects;
using Alys.PromQL.Inference;
using Alys.PromQL.Tree;

namespace Alys.Checks.Queries;

/// <summary>A gauge whose numbers are states, compared with a number that is none.</summary>
public sealed class StateNumberCheck : QueryCheck
{
    private static readonly string[] PassedOn =
        ["min_over_time", "max_over_time", "last_over_time", "quantile_over_time"];

    /// <inheritdoc/>
    public override string Id => "promql/state-number";

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Find(Query query, InferenceResult facts, Subject subject) =>
        from expression in facts.Root.DescendantsAndSelf().OfType<BinaryExpression>()
        let comparison = Numbers.Comparison(expression)
        where comparison is not null
        let states = Selected(comparison.Value.Side) is { } name ? StateGauges.StatesOf(name) : null
        where states is not null && !IsState(comparison.Value.Number, states.Count)
        select Problem(
            query, expression.Span,
            $"{Selected(comparison.Value.Side)} has no state "
            + comparison.Value.Number.ToString(CultureInfo.InvariantCulture),
            "Its states are " + string.Join(
                ", ",
                states.Select((state, number) => string.Create(CultureInfo.InvariantCulture, $"{number} {state}")))
            + ".");

    private static bool IsState(double number, int count) =>
        number >= 0 && number < count && double.IsInteger(number);

    private static string? Selected(Expression side) => side.WithoutParentheses() switch
    {
        VectorSelector selector => selector.MetricName,
        MatrixSelector matrix => matrix.Selector.MetricName,
        CallExpression call when PassedOn.Contains(call.Function.Name) => Selected(call.Arguments[^1]),
        AggregateExpression { Operator: AggregationOperator.Min or AggregationOperator.Max } aggregate =>
            Selected(aggregate.Operand),
        _ => null,
    };
}
