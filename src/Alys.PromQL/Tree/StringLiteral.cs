namespace Alys.PromQL.Tree;

/// <summary>A string.</summary>
public sealed class StringLiteral : Expression
{
    internal StringLiteral(SourceSpan span, string value)
        : base(span, ExpressionType.Text) => Value = value;

    /// <summary>Its value, with the escapes resolved. A byte that is no UTF-8, 0xNN, is the character U+DCNN.</summary>
    public string Value { get; }

    /// <inheritdoc/>
    public override IEnumerable<Expression> Children => [];
}
