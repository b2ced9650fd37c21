using Alys.Checks.Catalogs;
using Alys.Checks.Queries;
using Alys.Checks.Subjects;
using Alys.PromQL.Tree;

namespace Alys.Checks.Alerts;

/// <summary>An alert, or one side of its <c>or</c>, that has a result at all times, or at none: it always fires, or it
/// never does.</summary>
public sealed class ComparisonCheck : ICheck
{
    private const string SameSides = "both sides are the same";

    private static readonly string[] Filters = ["absent", "absent_over_time"];

    // Prometheus makes them only while an alert is pending or fires.
    private static readonly string[] OfAlerts = ["ALERTS", "ALERTS_FOR_STATE"];

    /// <inheritdoc/>
    public string Id => "alert/comparison";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        HashSet<string> recorded =
        [
            .. from rule in subject.Rules
               where !rule.IsAlert && rule.Expression.Facts is { } facts && Chooses(facts.Root, [])
               select rule.Name,
        ];
        return from rule in subject.Alerts
               let facts = rule.Expression.Facts
               where facts is not null && !IsWatchdog(rule, facts.Root)
               let ranges = new ValueRanges(facts, subject.Metrics)
               from part in Branches(facts.Root)
               let always = Always(part, ranges, recorded)
               let never = Never(part, ranges)
               where always is not null || never is not null
               select new Problem(
                   Id, rule.Expression.At(part.Span),
                   $"{rule.Name} {(always is null ? "never" : "always")} fires: {always ?? never}",
                   always is null ? "Compare with a value that can be reached."
                       : "Compare with the value from which on somebody has to know.")
               {
                   Element = rule.Node.Span,
               };
    }

    // It always fires, so that its silence says that alerts no longer get through.
    private static bool IsWatchdog(Rule rule, Expression root) =>
        rule.Label("severity") == "none" && root.WithoutParentheses() is CallExpression { Function.Name: "vector" } call
            && Numbers.Of(call.Arguments[0]) is not null;

    // Each side of an or may fire by itself.
    private static IEnumerable<Expression> Branches(Expression expression) =>
        Operands.Of(expression, both: [BinaryOperator.Or], left: []);

    // Of an and both sides have to be there.
    private static string? Always(Expression branch, ValueRanges ranges, HashSet<string> recorded)
    {
        string? first = null;
        foreach (Expression part in Operands.Of(branch, both: [BinaryOperator.And], left: []))
        {
            if (AlwaysThere(part, ranges, recorded) is not { } why) return null;
            first ??= why;
        }

        return first;
    }

    private static string? AlwaysThere(Expression part, ValueRanges ranges, HashSet<string> recorded)
    {
        if (part is BinaryExpression { ReturnsBool: true }) return "bool makes 0 and 1 of a comparison, and both fire";
        if (Numbers.Comparison(part) is { } comparison)
        {
            if (Chooses(comparison.Side, recorded)) return null;
            ValueRange range = ranges.Of(comparison.Side);
            // What is counted or set to 1 only where it is there says by that alone what is asked.
            if (comparison.Side.DescendantsAndSelf().OfType<VectorSelector>().Any())
                range = range with { Low = Math.Min(range.Low, 0) };
            return Limits.WhyTrue(comparison.Operator, comparison.Number, range);
        }

        if (IsOfItself(part) is { } op)
        {
            bool holds = op is BinaryOperator.Equal or BinaryOperator.GreaterOrEqual or BinaryOperator.LessOrEqual;
            return holds && !Chooses(((BinaryExpression)part).Left, recorded) ? SameSides : null;
        }

        return Chooses(part, recorded) ? null : "nothing is compared";
    }

    private static string? Never(Expression branch, ValueRanges ranges) =>
        Operands.Of(branch, both: [BinaryOperator.And], left: [BinaryOperator.Unless])
            .Select(part => NeverThere(part, ranges)).FirstOrDefault(why => why is not null);

    private static string? NeverThere(Expression part, ValueRanges ranges)
    {
        if (part is BinaryExpression { ReturnsBool: true }) return null;
        if (Numbers.Comparison(part) is { } comparison)
            return Limits.WhyFalse(comparison.Operator, comparison.Number, ranges.Of(comparison.Side));
        return IsOfItself(part) is BinaryOperator.NotEqual or BinaryOperator.Less or BinaryOperator.Greater
            ? SameSides : null;
    }

    // Whether the expression is there at some times only. What a rule records may be such an expression too.
    private static bool Chooses(Expression expression, HashSet<string> recorded) =>
        expression.DescendantsAndSelf().Any(part => part
            is BinaryExpression { ReturnsBool: false } filter
                && (filter.Operator.IsComparison() || filter.Operator.IsSet())
            || part is CallExpression call && Filters.Contains(call.Function.Name)
            || part is VectorSelector { MetricName: { } name } && (OfAlerts.Contains(name) || recorded.Contains(name)));

    private static BinaryOperator? IsOfItself(Expression part) =>
        part is BinaryExpression { Matching: null } binary && binary.Operator.IsComparison()
            && binary.Left.ToString() == binary.Right.ToString() ? binary.Operator : null;
}
