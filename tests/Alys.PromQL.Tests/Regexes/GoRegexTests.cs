using Alys.PromQL.Regexes;

namespace Alys.PromQL.Tests.Regexes;

/// <summary>That promtool judges patterns the same is tested with whole expressions, in the file of cases.</summary>
public sealed class GoRegexTests
{
    [Theory]
    [InlineData("")]
    [InlineData("a|b")]
    [InlineData("(?i:a)(?P<n>b)[[:alpha:]\\d]{2,3}?")]
    [InlineData("\\Qa(b\\E")]
    [InlineData("a{,2}")]
    [InlineData("\\p{Greek}\\pL")]
    public void A_pattern_of_Go_is_taken(string pattern) => Assert.Null(GoRegex.FindError(pattern, isThree: false));

    [Theory]
    [InlineData("(", "a '(' is not closed")]
    [InlineData("a)", "a ')' closes nothing")]
    [InlineData("[a", "a '[' is not closed")]
    [InlineData("*", "there is nothing to repeat")]
    [InlineData("a**", "a repetition is repeated")]
    [InlineData("a{1001}", "a repetition has no valid count")]
    [InlineData("(a{100}){11}", "it repeats more than 1000 times")]
    [InlineData("(?=a)", "'(?' begins no group that Go knows")]
    [InlineData("\\1", "'\\1' is no escape")]
    [InlineData("[z-a]", "a range of characters goes backwards")]
    [InlineData("\\p{Nope}", "there is no class of characters 'Nope'")]
    public void What_Go_does_not_take_is_explained(string pattern, string error) =>
        Assert.Equal(error, GoRegex.FindError(pattern, isThree: false));

    [Fact]
    public void A_byte_that_is_no_UTF_8_is_refused_and_a_character_of_two_units_is_not()
    {
        Assert.Equal("it is no UTF-8", GoRegex.FindError("\uDCFF", isThree: false));
        Assert.Null(GoRegex.FindError("[😀-😃]", isThree: false));
    }

    [Fact]
    public void A_newer_Go_knows_one_more_group()
    {
        Assert.NotNull(GoRegex.FindError("(?<n>a)", isThree: false));
        Assert.Null(GoRegex.FindError("(?<n>a)", isThree: true));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(".*", true)]
    [InlineData("a?b*", true)]
    [InlineData("a|", true)]
    [InlineData("^$", true)]
    [InlineData("(a|b*)c{0}", true)]
    [InlineData("\\B", true)]
    [InlineData("\\b", false)]
    [InlineData(".+", false)]
    [InlineData("a|b", false)]
    [InlineData("(a*)b", false)]
    public void It_is_known_whether_a_pattern_matches_nothing(string pattern, bool isNullable) =>
        Assert.Equal(isNullable, GoRegex.MatchesEmpty(pattern));
}
