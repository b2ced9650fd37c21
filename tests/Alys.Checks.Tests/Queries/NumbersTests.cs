using System.Globalization;
using Alys.Checks.Queries;
using Alys.PromQL;
using Alys.PromQL.Tree;

namespace Alys.Checks.Tests.Queries;

public sealed class NumbersTests
{
    [Theory]
    [InlineData("5", 5.0)]
    [InlineData("-(5)", -5.0)]
    [InlineData("+0x10", 16.0)]
    [InlineData("Inf", double.PositiveInfinity)]
    [InlineData("1.5 * (2 + 3) / 5 - 1", 0.5)]
    [InlineData("2 ^ 3", null)]
    [InlineData("2 + scalar(up)", null)]
    [InlineData("up", null)]
    public void A_number_is_one_that_is_written_out_or_calculated_of_such(string text, double? number) =>
        Assert.Equal(number, Numbers.Of(Parse(text)));

    [Theory]
    [InlineData("up > 5", "up Greater 5")]
    [InlineData("5 > up", "up Less 5")]
    [InlineData("5 <= (up)", "(up) GreaterOrEqual 5")]
    [InlineData("(5 == up)", "up Equal 5")]
    [InlineData("up * 10 + 5 > 25", "up Greater 2")]
    [InlineData("2 - up > 5 * 2", "up Less -8")]
    [InlineData("-up / 0.5 >= 3", "up LessOrEqual -2")]
    [InlineData("0.1 * up >= 0.3", "up GreaterOrEqual 3")]
    [InlineData("up * 0 > 1", "up * 0 Greater 1")]
    [InlineData("1 / up > 1", "1 / up Greater 1")]
    [InlineData("up > up", "")]
    [InlineData("up + 5", "")]
    public void A_comparison_has_its_number_on_the_right(string text, string comparison)
    {
        var found = Numbers.Comparison(Parse(text));
        Assert.Equal(
            comparison, found is null ? "" : $"{found.Value.Side} {found.Value.Operator} {found.Value.Number:0}");
    }

    [Theory]
    [InlineData("up * 1000", "up 1000")]
    [InlineData("(100 * up) / 8", "up 12.5")]
    [InlineData("8 / up", "8 / up 1")]
    [InlineData("up + 1", "up + 1 1")]
    public void What_is_multiplied_with_numbers_has_a_factor(string text, string scaled)
    {
        (Expression inner, double factor) = Numbers.Scaled(Parse(text));
        Assert.Equal(scaled, $"{inner} {factor.ToString(CultureInfo.InvariantCulture)}");
    }

    [Theory]
    [InlineData("a", "a")]
    [InlineData("a and b", "a")]
    [InlineData("(a unless b) or c", "a;c")]
    [InlineData("a + b", "a + b")]
    public void What_decides_is_on_the_left_of_and_and_on_both_sides_of_or(string text, string parts) =>
        Assert.Equal(parts, string.Join(';', Numbers.Deciding(Parse(text))));

    private static Expression Parse(string text) => PromQLParser.Parse(text, PromQLOptions.Prometheus2).Root!;
}
