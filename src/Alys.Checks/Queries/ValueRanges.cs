using Alys.Checks.Catalogs;
using Alys.PromQL.Inference;
using Alys.PromQL.Tree;

namespace Alys.Checks.Queries;

/// <summary>Finds between which numbers the values of an expression are, whatever the data.</summary>
internal sealed class ValueRanges(InferenceResult facts, KnownMetrics metrics)
{
    private static readonly string[] NotNegative =
    [
        "abs", "changes", "exp", "increase", "irate", "mad_over_time", "rate", "resets", "sqrt", "stddev_over_time",
        "stdvar_over_time", "time", "timestamp",
    ];

    // What is there has at least one; what is absent or present is 1.
    private static readonly string[] One = ["absent", "absent_over_time", "present_over_time"];

    private static readonly string[] PassedOn =
    [
        "avg_over_time", "first_over_time", "label_join", "label_replace", "last_over_time", "max_over_time",
        "min_over_time", "sort", "sort_by_label", "sort_by_label_desc", "sort_desc", "vector",
    ];

    /// <summary>The range of an expression's values; any number when it is not known.</summary>
    public ValueRange Of(Expression expression)
    {
        if (Numbers.Of(expression) is { } number) return new ValueRange(number, number);
        return expression.WithoutParentheses() switch
        {
            VectorSelector selector when facts.Of(selector).Series is { } series => ValueBounds.Of(series, metrics),
            MatrixSelector matrix => Of(matrix.Selector),
            SubqueryExpression subquery => Of(subquery.Inner),
            UnaryExpression unary => unary.IsNegation ? Of(unary.Operand).Negated() : Of(unary.Operand),
            AggregateExpression aggregate => OfAggregate(aggregate),
            CallExpression call => OfCall(call),
            BinaryExpression binary => OfBinary(binary),
            _ => ValueRange.Any,
        };
    }

    private ValueRange OfAggregate(AggregateExpression aggregate) => aggregate.Operator switch
    {
        AggregationOperator.Sum => Of(aggregate.Operand).Summed(),
        AggregationOperator.Min or AggregationOperator.Max or AggregationOperator.Avg => Of(aggregate.Operand),
        AggregationOperator.Count or AggregationOperator.CountValues => new ValueRange(1, double.PositiveInfinity),
        AggregationOperator.Group => new ValueRange(1, 1),
        AggregationOperator.Stddev or AggregationOperator.Stdvar => ValueRange.NotNegative,
        _ => aggregate.Operator.KeepsSeries() ? Of(aggregate.Operand) : ValueRange.Any,
    };

    private ValueRange OfCall(CallExpression call)
    {
        string name = call.Function.Name;
        if (NotNegative.Contains(name)) return ValueRange.NotNegative;
        if (One.Contains(name)) return new ValueRange(1, 1);
        if (name == "count_over_time") return new ValueRange(1, double.PositiveInfinity);
        if (call.Arguments.Count == 0) return ValueRange.Any;
        if (PassedOn.Contains(name)) return Of(call.Arguments[0]);
        if (name == "sum_over_time") return Of(call.Arguments[0]).Summed();
        bool hasNotNegativeBuckets = name == "histogram_quantile" && call.Arguments.Count == 2
            && facts.Of(call.Arguments[1]).Buckets?.Bounds is [> 0, ..];
        return hasNotNegativeBuckets ? ValueRange.NotNegative : ValueRange.Any;
    }

    private ValueRange OfBinary(BinaryExpression last)
    {
        IReadOnlyList<BinaryExpression> chain = last.Chain;
        ValueRange range = Of(chain[0].Left);
        foreach (BinaryExpression binary in chain) range = Applied(binary, range);
        return range;
    }

    private ValueRange Applied(BinaryExpression binary, ValueRange left)
    {
        if (binary.Operator.IsComparison() && binary.ReturnsBool) return new ValueRange(0, 1);
        // What fill puts in may be anything.
        if ((binary.FillLeft ?? binary.FillRight) is not null) return ValueRange.Any;
        if (binary.Operator.IsComparison() || binary.Operator is BinaryOperator.And or BinaryOperator.Unless)
            return left;
        ValueRange right = Of(binary.Right);
        return binary.Operator switch
        {
            BinaryOperator.Or => left.Or(right),
            BinaryOperator.Add => left.Plus(right),
            BinaryOperator.Subtract => left.Plus(right.Negated()),
            BinaryOperator.Multiply or BinaryOperator.Divide when left.Low >= 0 && right.Low >= 0 =>
                ValueRange.NotNegative,
            _ => ValueRange.Any,
        };
    }
}
