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

    private static List<Event> In(Expression expression, InferenceResult facts)
    {
        List<Event> found = [];
        Find(expression, facts, isDiluted: false, TimeSpan.Zero, found);
        return found;
    }

    private static void Find(
        Expression expression, InferenceResult facts, bool isDiluted, TimeSpan remembered, List<Event> found)
    {
        Expression inner = expression.WithoutParentheses();
        while (inner is BinaryExpression binary && !binary.Operator.IsComparison())
        {
            if (binary.Operator is BinaryOperator.Add or BinaryOperator.Or)
                Find(binary.Right, facts, isDiluted, remembered, found);
            isDiluted |= binary.Operator == BinaryOperator.Divide;
            inner = binary.Left.WithoutParentheses();
        }

        if (inner is CallExpression { Arguments.Count: > 0 } call)
        {
            string name = call.Function.Name;
            Expression argument = call.Arguments[0];
            if (Passing.Contains(name)) Find(argument, facts, isDiluted, remembered, found);
            else if (Remembering.Contains(name) && argument is SubqueryExpression { Range.Value: { } time } subquery)
                Find(subquery.Inner, facts, isDiluted, remembered + time, found);
            else if ((Counting.Contains(name) || Rates.Contains(name)) && Range(argument) is { } range)
                found.Add(One(call, range, isDiluted, facts) with { Window = range + remembered });
        }
        else if (inner is AggregateExpression aggregate && IsPassing(aggregate.Operator))
        {
            // Of several series one has an event: how much is left of it in the mean is not known.
            bool isMean = aggregate.Operator == AggregationOperator.Avg;
            Find(aggregate.Operand, facts, isDiluted || isMean, remembered, found);
        }
    }

    private static bool IsPassing(AggregationOperator op) => op.KeepsSeries()
        || op is AggregationOperator.Sum or AggregationOperator.Max or AggregationOperator.Avg;

    private static Event One(CallExpression call, TimeSpan range, bool isDiluted, InferenceResult facts)
    {
        bool isRate = Rates.Contains(call.Function.Name);
        // A counter of seconds or bytes does not grow by one.
        bool isUnknown = isDiluted || call.Function.Name == "irate" || facts.Of(call.Arguments[0]).Unit is not null;
        double least = isUnknown ? 0 : isRate ? 1 / range.TotalSeconds : 1;
        return new Event(range, least, isRate);
    }

    private static TimeSpan? Range(Expression argument) => argument switch
    {
        MatrixSelector matrix => matrix.Range.Value,
        SubqueryExpression subquery => subquery.Range.Value,
        _ => null,
    };
}
