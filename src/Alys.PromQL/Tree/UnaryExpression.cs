namespace Alys.PromQL.Tree;

/// <summary>A sign before an expression. It binds like <c>*</c>: <c>-a ^ 2</c> is <c>-(a ^ 2)</c>.</summary>
public sealed class UnaryExpression : Expression
{
    internal UnaryExpression(SourceSpan span, bool isNegation, Expression operand)
        : base(span, operand.Type, operand)
    {
        IsNegation = isNegation;
        Operand = operand;
    }

    /// <summary>Whether the sign is <c>-</c>; otherwise it is <c>+</c>.</summary>
    public bool IsNegation { get; }

    /// <summary>What the sign stands before.</summary>
    public Expression Operand { get; }

    /// <inheritdoc/>
    public override IEnumerable<Expression> Children => [Operand];
}
