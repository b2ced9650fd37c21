using System.Text.RegularExpressions;
using Alys.PromQL.Regexes;

namespace Alys.PromQL.Tests.Regexes;

public sealed class PlainPatternTests
{
    private static readonly string[] Values = ["", "a", "b", "ab", "a|b", "a.*", "abc", "a\nb", "a\n", "A"];

    /// <summary>It says what the regular expression would.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("a|b")]
    [InlineData("|a")]
    [InlineData("a||abc")]
    [InlineData("a.*")]
    [InlineData(".*")]
    public void A_plain_pattern_fits_what_its_regular_expression_fits(string pattern) => Assert.All(
        Values,
        value => Assert.Equal(Regex.IsMatch(value, $"^(?:{pattern})\\z"), PlainPattern.TryMatch(pattern, value)));

    [Theory]
    [InlineData("a.b")]
    [InlineData("a+")]
    [InlineData("a|b.*")]
    [InlineData("a.*b")]
    [InlineData("(a).*")]
    [InlineData("a\\.*")]
    [InlineData("[ab]")]
    public void Others_are_not_judged(string pattern) => Assert.Null(PlainPattern.TryMatch(pattern, "a"));
}
