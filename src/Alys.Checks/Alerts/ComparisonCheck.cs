using Alys.Checks.Queries;
using Alys.Checks.Subjects;
using Alys.PromQL.Inference;
using Alys.PromQL.Tree;

namespace Alys.Checks.Alerts;

/// <summary>An alert whose expression has a result at all times: it always fires.</summary>
public sealed class ComparisonCheck : ICheck
{
    private static readonly string[] Filters = ["absent", "absent_over_time"];

    /// <inheritdoc/>
    public string Id => "alert/comparison";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return from rule in subject.Alerts
               let facts = rule.Expression.Facts
               where facts is not null
               from part in Branches(facts.Root)
               let why = Why(part, facts)
               where why is not null
               select new Problem(Id, rule.Expression.At(part.Span), $"{rule.Name} always fires: {why}",
                   "Compare with the value from which on somebody has to know.")
               {
                   Element = rule.Node.Span,
               };
    }

    // Each side of an or may fire by itself; and, unless choose among what is on their left.
    private static IEnumerable<Expression> Branches(Expression expression)
    {
        Expression inner = expression.WithoutParentheses();
        return inner is BinaryExpression { Operator: BinaryOperator.Or } either
            ? Branches(either.Left).Concat(Branches(either.Right)) : [inner];
    }

    private static string? Why(Expression expression, InferenceResult facts)
    {
        Expression part = expression.WithoutParentheses();
        if (part is BinaryExpression { ReturnsBool: true }) return "bool makes 0 and 1 of a comparison, and both fire";
        if (part is BinaryExpression binary && binary.Operator == BinaryOperator.And)
            return Why(binary.Left, facts) is { } why && Why(binary.Right, facts) is not null ? why : null;
        if (Numbers.Comparison(part) is { } comparison) return AlwaysTrue(comparison, facts);
        bool filters = part.DescendantsAndSelf().Any(expression => expression
            is BinaryExpression { ReturnsBool: false } filter
                && (filter.Operator.IsComparison() || filter.Operator.IsSet())
            || expression is CallExpression call && Filters.Contains(call.Function.Name));
        return filters ? null : "nothing is compared";
    }

    // Counts are never below 0.
    private static string? AlwaysTrue(
        (Expression Side, BinaryOperator Operator, double Number) comparison, InferenceResult facts)
    {
        bool isCount = facts.Of(comparison.Side).Kind == MetricKind.Counter
            || comparison.Side.WithoutParentheses() is AggregateExpression { Operator: AggregationOperator.Count }
                or CallExpression { Function.Name: "increase" or "rate" or "changes" or "resets" or "count_over_time" };
        bool isTrue = comparison.Operator switch
        {
            BinaryOperator.GreaterOrEqual => comparison.Number <= 0,
            BinaryOperator.Greater or BinaryOperator.NotEqual => comparison.Number < 0,
            _ => false,
        };
        return isCount && isTrue ? "what is compared is never below 0" : null;
    }
}
