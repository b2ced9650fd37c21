namespace Alys.PromQL.Tree;

/// <summary>What <c>offset</c> and <c>@</c> may follow: selectors and subqueries.</summary>
public abstract class TimedExpression : Expression
{
    private protected TimedExpression(SourceSpan span, ExpressionType type, params ReadOnlySpan<Expression?> children)
        : base(span, type, children)
    {
    }

    /// <summary>How far back it looks, forward when it is negative; null without one.</summary>
    public DurationNode? Offset { get; internal set; }

    /// <summary>The time at which it is evaluated; null without one.</summary>
    public AtModifier? At { get; internal set; }

    /// <summary>What is taken at the edges of its range.</summary>
    public RangeEdge Edge { get; internal set; }
}
