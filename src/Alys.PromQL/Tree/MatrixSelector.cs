namespace Alys.PromQL.Tree;

/// <summary>Selects the samples of a time: <c>up[5m]</c>. What follows the bracket, <c>offset</c> and <c>@</c>, is its
/// own and not its selector's.</summary>
public sealed class MatrixSelector : TimedExpression
{
    internal MatrixSelector(SourceSpan span, VectorSelector selector, DurationNode range)
        : base(span, ExpressionType.RangeVector, selector)
    {
        Selector = selector;
        Range = range;
    }

    /// <summary>The series.</summary>
    public VectorSelector Selector { get; }

    /// <summary>How much time.</summary>
    public DurationNode Range { get; }

    /// <inheritdoc/>
    public override IEnumerable<Expression> Children => [Selector];
}
