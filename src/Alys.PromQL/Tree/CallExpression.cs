namespace Alys.PromQL.Tree;

/// <summary>A call of a function.</summary>
public sealed class CallExpression : Expression
{
    internal CallExpression(
        SourceSpan span, PromQLFunction function, SourceSpan nameSpan, IReadOnlyList<Expression> arguments)
        : base(span, function.ReturnType, [.. arguments])
    {
        Function = function;
        NameSpan = nameSpan;
        Arguments = arguments;
    }

    /// <summary>The function.</summary>
    public PromQLFunction Function { get; }

    /// <summary>Where its name is.</summary>
    public SourceSpan NameSpan { get; }

    /// <summary>The arguments.</summary>
    public IReadOnlyList<Expression> Arguments { get; }

    /// <inheritdoc/>
    public override IEnumerable<Expression> Children => Arguments;
}
