namespace Alys.PromQL.Tree;

/// <summary>A number; a sign before it belongs to it.</summary>
public sealed class NumberLiteral : Expression
{
    internal NumberLiteral(SourceSpan span, double value, bool isDuration)
        : base(span, ExpressionType.Scalar)
    {
        Value = value;
        IsDuration = isDuration;
    }

    /// <summary>Its value; seconds if it was written as a duration.</summary>
    public double Value { get; }

    /// <summary>Whether it was written as a duration, such as <c>5m</c> for 300.</summary>
    public bool IsDuration { get; }

    /// <inheritdoc/>
    public override IEnumerable<Expression> Children => [];
}
