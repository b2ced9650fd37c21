using Alys.PromQL.Regexes;

namespace Alys.PromQL.Tests.Regexes;

public sealed class ValuePatternTests
{
    [Theory]
    [InlineData("a|b", "a", true)]
    [InlineData("a|b", "ab", false)]
    [InlineData("a.*", "abc", true)]
    [InlineData("[ab]+", "abba", true)]
    [InlineData("[ab]+", "abc", false)]
    [InlineData("a.", "ab\n", false)]
    [InlineData("a[", "a", null)]
    [InlineData("(?=a)", "a", null)]
    public void All_of_a_value_has_to_fit(string pattern, string value, bool? fits) =>
        Assert.Equal(fits, new ValuePattern(pattern).Fits(value));
}
