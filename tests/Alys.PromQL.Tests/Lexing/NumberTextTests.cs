using Alys.PromQL.Lexing;

namespace Alys.PromQL.Tests.Lexing;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("1.5e3", 1500)]
    [InlineData(".5", 0.5)]
    [InlineData("5.", 5)]
    [InlineData("0x1F", 31)]
    [InlineData("0X_1f", 31)]
    [InlineData("017", 15)]
    [InlineData("089", 89)]
    [InlineData("1_000", 1000)]
    [InlineData("1_0.5_0", 10.5)]
    [InlineData("9223372036854775808", 9223372036854775808)]
    [InlineData("INF", double.PositiveInfinity)]
    [InlineData("nan", double.NaN)]
    public void It_has_the_value_that_Go_gives_it(string text, double value)
    {
        Assert.True(NumberText.TryParse(text, out double found));
        Assert.Equal(value, found);
    }

    [Theory]
    [InlineData("0x")]
    [InlineData("0xg")]
    [InlineData("0x1.8")]
    [InlineData("0xFFFFFFFFFFFFFFFFFF")]
    [InlineData("1e400")]
    [InlineData("1e")]
    [InlineData("1__0")]
    [InlineData("1_")]
    [InlineData("_1")]
    [InlineData("1_e5")]
    [InlineData("")]
    public void What_is_none_is_refused(string text) => Assert.False(NumberText.TryParse(text, out _));
}
