using System.Globalization;
using Alys.PromQL.Tree;

namespace Alys.Checks.Queries;

/// <summary>What can be read off an expression without its data.</summary>
internal static class Numbers
{
    /// <summary>The number that an expression is, calculated if need be; null when it takes data to know it.</summary>
    public static double? Of(Expression expression) => expression.WithoutParentheses() switch
    {
        NumberLiteral number => number.Value,
        UnaryExpression unary when Of(unary.Operand) is { } value => unary.IsNegation ? -value : value,
        // The last part first: mostly it tells that there is more than numbers.
        BinaryExpression { Type: ExpressionType.Scalar } binary when Of(binary.Right) is not null => OfChain(binary),
        _ => null,
    };

    /// <summary>A comparison with a number, the number on the right, and without what is calculated with numbers on
    /// the left: <c>5 &lt; x * 10</c> is <c>x &gt; 0.5</c>. Null for anything else.</summary>
    public static (Expression Side, BinaryOperator Operator, double Number)? Comparison(Expression expression)
    {
        if (expression.WithoutParentheses() is not BinaryExpression binary || !binary.Operator.IsComparison())
            return null;
        (Expression, BinaryOperator, double)? found = Of(binary.Right) is { } right
            ? (binary.Left, binary.Operator, right)
            : Of(binary.Left) is { } left ? (binary.Right, Turned(binary.Operator), left) : null;
        if (found is not { } comparison) return null;
        while (Simpler(comparison) is { } next) comparison = next;
        return comparison;
    }

    /// <summary>An expression without the numbers that it is multiplied with or divided by, and what they come to.
    /// </summary>
    public static (Expression Inner, double Factor) Scaled(Expression expression)
    {
        double factor = 1;
        Expression inner = expression.WithoutParentheses();
        while (inner is BinaryExpression { Operator: BinaryOperator.Multiply or BinaryOperator.Divide } binary)
        {
            bool isQuotient = binary.Operator == BinaryOperator.Divide;
            if (Of(binary.Right) is { } right)
                (inner, factor) = (binary.Left, isQuotient ? factor / right : factor * right);
            else if (!isQuotient && Of(binary.Left) is { } left) (inner, factor) = (binary.Right, factor * left);
            else break;
            inner = inner.WithoutParentheses();
        }

        return (inner, factor);
    }

    /// <summary>The parts that decide whether a result is there: of <c>and</c> and <c>unless</c> the left side, of
    /// <c>or</c> both.</summary>
    public static IEnumerable<Expression> Deciding(Expression expression) =>
        Operands.Of(expression, both: [BinaryOperator.Or], left: [BinaryOperator.And, BinaryOperator.Unless]);

    private static double? OfChain(BinaryExpression last)
    {
        IReadOnlyList<BinaryExpression> chain = last.Chain;
        double? value = Of(chain[0].Left);
        foreach (BinaryExpression binary in chain)
        {
            if (value is not { } left || Of(binary.Right) is not { } right) return null;
            value = binary.Operator switch
            {
                BinaryOperator.Add => left + right,
                BinaryOperator.Subtract => left - right,
                BinaryOperator.Multiply => left * right,
                BinaryOperator.Divide => left / right,
                _ => null,
            };
        }

        return value;
    }

    // One step of the calculation on the left is taken back on the right.
    private static (Expression Side, BinaryOperator Operator, double Number)? Simpler(
        (Expression Side, BinaryOperator Operator, double Number) comparison)
    {
        (Expression side, BinaryOperator op, double number) = comparison;
        if (side.WithoutParentheses() is UnaryExpression unary)
            return unary.IsNegation ? (unary.Operand, Turned(op), -number) : (unary.Operand, op, number);
        if (side.WithoutParentheses() is not BinaryExpression binary) return null;
        if (Of(binary.Right) is { } right)
        {
            return binary.Operator switch
            {
                BinaryOperator.Add => (binary.Left, op, Exact(number - right)),
                BinaryOperator.Subtract => (binary.Left, op, Exact(number + right)),
                BinaryOperator.Multiply when right != 0 => Scaled(binary.Left, number / right, right),
                BinaryOperator.Divide when right != 0 => Scaled(binary.Left, number * right, right),
                _ => null,
            };
        }

        if (Of(binary.Left) is not { } left) return null;
        return binary.Operator switch
        {
            BinaryOperator.Add => (binary.Right, op, Exact(number - left)),
            BinaryOperator.Subtract => (binary.Right, Turned(op), Exact(left - number)),
            BinaryOperator.Multiply when left != 0 => Scaled(binary.Right, number / left, left),
            _ => null,
        };

        (Expression, BinaryOperator, double) Scaled(Expression inner, double value, double factor) =>
            (inner, factor < 0 ? Turned(op) : op, Exact(value));
    }

    // 0.3 / 0.1 is 3, and not what binary fractions make of it: a limit that is just reached is no limit exceeded.
    private static double Exact(double value) => double.Parse(
        value.ToString("G12", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static BinaryOperator Turned(BinaryOperator op) => op switch
    {
        BinaryOperator.Less => BinaryOperator.Greater,
        BinaryOperator.Greater => BinaryOperator.Less,
        BinaryOperator.LessOrEqual => BinaryOperator.GreaterOrEqual,
        BinaryOperator.GreaterOrEqual => BinaryOperator.LessOrEqual,
        _ => op,
    };
}
