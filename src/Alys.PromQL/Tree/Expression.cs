namespace Alys.PromQL.Tree;

/// <summary>A node of the tree that has a value. The kinds of nodes are the sealed classes of this namespace.</summary>
/// <remarks><b>Threads:</b> any; a tree does not change once the parser has returned it.</remarks>
public abstract class Expression
{
    private protected Expression(SourceSpan span, ExpressionType type, params ReadOnlySpan<Expression?> children)
    {
        Span = span;
        Type = type;
        foreach (Expression? child in children) Height = Math.Max(Height, child is null ? 0 : child.Height + 1);
    }

    /// <summary>Where it is, from its first character to its last; parentheses around it are no part of it.</summary>
    public SourceSpan Span { get; internal set; }

    /// <summary>The type of its value.</summary>
    public ExpressionType Type { get; }

    /// <summary>The expressions directly below it, in the order of the text.</summary>
    public abstract IEnumerable<Expression> Children { get; }

    /// <summary>How many levels are below it.</summary>
    internal int Height { get; private protected set; }

    /// <summary>It and all expressions below it, each before what is below it, in the order of the text.</summary>
    public IEnumerable<Expression> DescendantsAndSelf()
    {
        Stack<Expression> next = new();
        next.Push(this);
        while (next.TryPop(out Expression? node))
        {
            yield return node;
            foreach (Expression child in node.Children.Reverse()) next.Push(child);
        }
    }

    /// <summary>The expression itself without the parentheses around it.</summary>
    public Expression WithoutParentheses()
    {
        Expression inner = this;
        while (inner is ParenthesizedExpression parenthesized) inner = parenthesized.Inner;
        return inner;
    }

    /// <summary>Its canonical text, as <see cref="PromQLPrinter.Print"/> writes it.</summary>
    public override string ToString() => PromQLPrinter.Print(this);
}
