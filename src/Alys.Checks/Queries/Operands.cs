using Alys.PromQL.Tree;

namespace Alys.Checks.Queries;

/// <summary>The parts that operators such as <c>or</c> make an expression of.</summary>
internal static class Operands
{
    /// <summary>The parts between some operators, in the order of the text; the expression itself when it has none of
    /// them.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="both">Operators of which either side counts.</param>
    /// <param name="left">Operators of which only the left side counts.</param>
    public static IEnumerable<Expression> Of(
        Expression expression, IReadOnlyList<BinaryOperator> both, IReadOnlyList<BinaryOperator> left)
    {
        Stack<Expression> next = new();
        next.Push(expression);
        while (next.TryPop(out Expression? part))
        {
            Expression inner = part.WithoutParentheses();
            if (inner is not BinaryExpression binary
                || !(both.Contains(binary.Operator) || left.Contains(binary.Operator)))
            {
                yield return inner;
                continue;
            }

            if (both.Contains(binary.Operator)) next.Push(binary.Right);
            next.Push(binary.Left);
        }
    }
}
