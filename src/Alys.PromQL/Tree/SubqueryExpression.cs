namespace Alys.PromQL.Tree;

/// <summary>An expression evaluated again and again over a time: <c>rate(x[1m])[1h:5m]</c>.</summary>
public sealed class SubqueryExpression : TimedExpression
{
    internal SubqueryExpression(SourceSpan span, Expression inner, DurationNode range, DurationNode? step)
        : base(span, ExpressionType.RangeVector, inner)
    {
        Inner = inner;
        Range = range;
        Step = step;
    }

    /// <summary>What is evaluated.</summary>
    public Expression Inner { get; }

    /// <summary>Over how much time.</summary>
    public DurationNode Range { get; }

    /// <summary>How often; null for the server's evaluation interval.</summary>
    public DurationNode? Step { get; }

    /// <inheritdoc/>
    public override IEnumerable<Expression> Children => [Inner];
}
