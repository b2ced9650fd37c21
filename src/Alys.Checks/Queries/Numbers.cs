using Alys.PromQL.Tree;

namespace Alys.Checks.Queries;

/// <summary>What can be read off an expression without its data.</summary>
internal static class Numbers
{
    /// <summary>The number that an expression is, with its sign; null when it is none that is written out.</summary>
    public static double? Of(Expression expression) => expression.WithoutParentheses() switch
    {
        NumberLiteral number => number.Value,
        UnaryExpression unary when Of(unary.Operand) is { } value => unary.IsNegation ? -value : value,
        _ => null,
    };

    /// <summary>A comparison with a number that is written out, the number on the right; null for anything else.
    /// </summary>
    public static (Expression Side, BinaryOperator Operator, double Number)? Comparison(Expression expression)
    {
        if (expression.WithoutParentheses() is not BinaryExpression binary || !binary.Operator.IsComparison())
            return null;
        if (Of(binary.Right) is { } right) return (binary.Left, binary.Operator, right);
        return Of(binary.Left) is { } left ? (binary.Right, Turned(binary.Operator), left) : null;
    }

    /// <summary>The parts that decide whether a result is there: of <c>and</c> and <c>unless</c> the left side, of
    /// <c>or</c> both.</summary>
    public static IEnumerable<Expression> Deciding(Expression expression)
    {
        Expression inner = expression.WithoutParentheses();
        return inner is not BinaryExpression binary || !binary.Operator.IsSet() ? [inner]
            : binary.Operator == BinaryOperator.Or ? Deciding(binary.Left).Concat(Deciding(binary.Right))
            : Deciding(binary.Left);
    }

    private static BinaryOperator Turned(BinaryOperator op) => op switch
    {
        BinaryOperator.Less => BinaryOperator.Greater,
        BinaryOperator.Greater => BinaryOperator.Less,
        BinaryOperator.LessOrEqual => BinaryOperator.GreaterOrEqual,
        BinaryOperator.GreaterOrEqual => BinaryOperator.LessOrEqual,
        _ => op,
    };
}
