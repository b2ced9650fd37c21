namespace Alys.PromQL.Tree;

/// <summary>A variable of Grafana where an expression stands, alone or glued to digits: <c>$threshold</c>.</summary>
public sealed class VariableExpression : Expression
{
    internal VariableExpression(SourceSpan span, ExpressionType type, string variable)
        : base(span, type) => Variable = variable;

    /// <summary>It as it is written: <c>${threshold}</c>.</summary>
    public string Variable { get; }

    /// <inheritdoc/>
    public override IEnumerable<Expression> Children => [];
}
