using Alys.Checks.Queries;
using Alys.PromQL.Inference;
using Alys.PromQL.Tree;

namespace Alys.Checks.Alerts;

/// <summary>Finds comparisons that hold because something happened within a time.</summary>
internal static class Events
{
    private static readonly string[] Counting = ["increase", "changes", "resets"];
    private static readonly string[] Rates = ["rate", "irate"];

    // What a value passes through as it is, and what keeps the highest of a time.
    private static readonly string[] Passing =
        ["round", "ceil", "abs", "sort", "sort_desc", "label_replace", "label_join"];

    private static readonly string[] Remembering = ["max_over_time", "sum_over_time"];

    /// <summary>What has to have happened, from the parts that decide whether an alert fires:
    /// <c>increase(x[5m]) &gt; 0</c>. A part of a ratio is none, unless any part is enough.</summary>
    /// <param name="facts">The alert's expression.</param>
    /// <param name="canBeMany">Whether it may take more than one: <c>increase(x[5m]) &gt; 10</c>.</param>
    public static IEnumerable<Event> Of(InferenceResult facts, bool canBeMany)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return from part in Numbers.Deciding(facts.Root)
               let comparison = Numbers.Comparison(part)
               where comparison is not null
               from happened in In(comparison.Value.Side, facts)
               where Holds(comparison.Value.Operator, comparison.Value.Number, happened, canBeMany)
               select happened;
    }

    private static bool Holds(BinaryOperator op, double number, Event happened, bool canBeMany) => op switch
    {
        BinaryOperator.Greater =>
            number <= 0 || number < happened.Least || (canBeMany && happened.Least > 0),
        BinaryOperator.GreaterOrEqual =>
            number <= 0 || number <= happened.Least || (canBeMany && happened.Least > 0),
        BinaryOperator.NotEqual => number == 0,
        _ => false,
    };

    private static IEnumerable<Event> In(Expression expression, InferenceResult facts)
    {
        switch (expression.WithoutParentheses())
        {
            case CallExpression call: return InCall(call, facts);
            case AggregateExpression { Operator: AggregationOperator.Sum or AggregationOperator.Max } aggregate:
                return In(aggregate.Operand, facts);
            case AggregateExpression aggregate when aggregate.Operator.KeepsSeries():
                return In(aggregate.Operand, facts);
            // Of several series one has an event: how much is left of it in the mean is not known.
            case AggregateExpression { Operator: AggregationOperator.Avg } aggregate:
                return In(aggregate.Operand, facts).Select(Diluted);
            case BinaryExpression { Operator: BinaryOperator.Divide } quotient:
                return In(quotient.Left, facts).Select(Diluted);
            case BinaryExpression { Operator: BinaryOperator.Add or BinaryOperator.Or } either:
                return In(either.Left, facts).Concat(In(either.Right, facts));
            case BinaryExpression binary when !binary.Operator.IsComparison(): return In(binary.Left, facts);
            default: return [];
        }
    }

    private static IEnumerable<Event> InCall(CallExpression call, InferenceResult facts)
    {
        string name = call.Function.Name;
        if (call.Arguments.Count == 0) return [];
        Expression argument = call.Arguments[0];
        if (Passing.Contains(name)) return In(argument, facts);
        if (Counting.Contains(name) || Rates.Contains(name))
            return Range(argument) is { } range ? [One(call, range, facts)] : [];
        return Remembering.Contains(name) && argument is SubqueryExpression { Range.Value: { } time } subquery
            ? In(subquery.Inner, facts).Select(happened => happened with { Window = happened.Window + time }) : [];
    }

    private static Event One(CallExpression call, TimeSpan range, InferenceResult facts)
    {
        bool isRate = Rates.Contains(call.Function.Name);
        // A counter of seconds or bytes does not grow by one.
        double least = call.Function.Name == "irate" || facts.Of(call.Arguments[0]).Unit is not null ? 0
            : isRate ? 1 / range.TotalSeconds : 1;
        return new Event(range, least, isRate);
    }

    private static TimeSpan? Range(Expression argument) => argument switch
    {
        MatrixSelector matrix => matrix.Range.Value,
        SubqueryExpression subquery => subquery.Range.Value,
        _ => null,
    };

    private static Event Diluted(Event happened) => happened with { Least = 0 };
}
