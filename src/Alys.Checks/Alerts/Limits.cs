using System.Globalization;
using Alys.Checks.Catalogs;
using Alys.PromQL.Tree;

namespace Alys.Checks.Alerts;

/// <summary>Says why a comparison with a number has the same answer for all values of a range.</summary>
internal static class Limits
{
    /// <summary>Why it always holds; null when it may not.</summary>
    public static string? WhyTrue(BinaryOperator op, double number, ValueRange range) => op switch
    {
        BinaryOperator.Greater => range.Low > number ? Below(range) : null,
        BinaryOperator.GreaterOrEqual => range.Low >= number ? Below(range) : null,
        BinaryOperator.Less => range.High < number ? Above(range) : null,
        BinaryOperator.LessOrEqual => range.High <= number ? Above(range) : null,
        BinaryOperator.Equal => range.Low == number && range.High == number ? Only(number) : null,
        BinaryOperator.NotEqual => Beyond(number, range),
        _ => null,
    };

    /// <summary>Why it never holds; null when it may.</summary>
    public static string? WhyFalse(BinaryOperator op, double number, ValueRange range) => op switch
    {
        BinaryOperator.Greater => range.High <= number ? Above(range) : null,
        BinaryOperator.GreaterOrEqual => range.High < number ? Above(range) : null,
        BinaryOperator.Less => range.Low >= number ? Below(range) : null,
        BinaryOperator.LessOrEqual => range.Low > number ? Below(range) : null,
        BinaryOperator.Equal => Beyond(number, range),
        BinaryOperator.NotEqual => range.Low == number && range.High == number ? Only(number) : null,
        _ => null,
    };

    private static string? Beyond(double number, ValueRange range) =>
        number < range.Low ? Below(range) : number > range.High ? Above(range) : null;

    private static string Below(ValueRange range) => $"what is compared is never below {Text(range.Low)}";

    private static string Above(ValueRange range) => $"what is compared is never above {Text(range.High)}";

    private static string Only(double number) => $"what is compared is always {Text(number)}";

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
