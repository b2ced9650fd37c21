namespace Alys.PromQL.Tree;

/// <summary>An expression in parentheses.</summary>
public sealed class ParenthesizedExpression : Expression
{
    internal ParenthesizedExpression(SourceSpan span, Expression inner)
        : base(span, inner.Type, inner) => Inner = inner;

    /// <summary>What is in the parentheses.</summary>
    public Expression Inner { get; }

    /// <inheritdoc/>
    public override IEnumerable<Expression> Children => [Inner];
}
