using Alys.PromQL.Tree;

namespace Alys.PromQL.Inference;

/// <summary>What is known of each expression of a tree.</summary>
/// <remarks><b>Threads:</b> any; it does not change.</remarks>
public sealed class InferenceResult
{
    private readonly Dictionary<Expression, ExpressionFacts> _facts;

    internal InferenceResult(Expression root, Dictionary<Expression, ExpressionFacts> facts)
    {
        Root = root;
        _facts = facts;
    }

    /// <summary>The tree.</summary>
    public Expression Root { get; }

    /// <summary>What is known of all of it.</summary>
    public ExpressionFacts Result => _facts[Root];

    /// <summary>What is known of a part of it.</summary>
    /// <exception cref="KeyNotFoundException">The expression is not in the tree.</exception>
    public ExpressionFacts Of(Expression expression) => _facts[expression];
}
