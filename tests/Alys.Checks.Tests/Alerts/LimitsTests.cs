using Alys.Checks.Alerts;
using Alys.Checks.Catalogs;
using Alys.PromQL.Tree;

namespace Alys.Checks.Tests.Alerts;

public sealed class LimitsTests
{
    [Theory]
    [InlineData(BinaryOperator.Greater, 0, "", "")]
    [InlineData(BinaryOperator.Greater, -1, "below 0", "")]
    [InlineData(BinaryOperator.GreaterOrEqual, 0, "below 0", "")]
    [InlineData(BinaryOperator.GreaterOrEqual, 6, "", "above 5")]
    [InlineData(BinaryOperator.Greater, 5, "", "above 5")]
    [InlineData(BinaryOperator.LessOrEqual, 5, "above 5", "")]
    [InlineData(BinaryOperator.LessOrEqual, -1, "", "below 0")]
    [InlineData(BinaryOperator.Less, 6, "above 5", "")]
    [InlineData(BinaryOperator.Less, 0, "", "below 0")]
    [InlineData(BinaryOperator.Less, 5, "", "")]
    [InlineData(BinaryOperator.Equal, 6, "", "above 5")]
    [InlineData(BinaryOperator.Equal, 5, "", "")]
    [InlineData(BinaryOperator.NotEqual, -1, "below 0", "")]
    public void A_number_at_or_beyond_the_end_of_a_range_decides(
        BinaryOperator op, double number, string whyTrue, string whyFalse)
    {
        ValueRange range = new(0, 5);
        Assert.Equal(Sentence(whyTrue), Limits.WhyTrue(op, number, range));
        Assert.Equal(Sentence(whyFalse), Limits.WhyFalse(op, number, range));
    }

    [Fact]
    public void One_number_is_always_equal_to_itself()
    {
        ValueRange one = new(1, 1);
        Assert.Equal("what is compared is always 1", Limits.WhyTrue(BinaryOperator.Equal, 1, one));
        Assert.Equal("what is compared is always 1", Limits.WhyFalse(BinaryOperator.NotEqual, 1, one));
    }

    private static string? Sentence(string end) => end.Length == 0 ? null : $"what is compared is never {end}";
}
