namespace Alys.PromQL.Tree;

/// <summary>Makes fewer series of many: <c>sum by (job) (up)</c>.</summary>
public sealed class AggregateExpression : Expression
{
    internal AggregateExpression(
        SourceSpan span, AggregationOperator @operator, SourceSpan operatorSpan, Grouping? grouping,
        Expression? parameter, Expression operand)
        : base(span, ExpressionType.InstantVector, parameter, operand)
    {
        Operator = @operator;
        OperatorSpan = operatorSpan;
        Grouping = grouping;
        Parameter = parameter;
        Operand = operand;
    }

    /// <summary>How.</summary>
    public AggregationOperator Operator { get; }

    /// <summary>Where the operator's name is.</summary>
    public SourceSpan OperatorSpan { get; }

    /// <summary>The groups; null for one group of all.</summary>
    public Grouping? Grouping { get; }

    /// <summary>The first argument of <c>topk</c>, <c>bottomk</c>, <c>quantile</c>, <c>count_values</c>, <c>limitk</c>
    /// and <c>limit_ratio</c>; null for the others.</summary>
    public Expression? Parameter { get; }

    /// <summary>What is aggregated.</summary>
    public Expression Operand { get; }

    /// <inheritdoc/>
    public override IEnumerable<Expression> Children => Parameter is null ? [Operand] : [Parameter, Operand];
}
