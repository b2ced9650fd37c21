using Alys.Checks.Alerts;

namespace Alys.Checks.Tests.Alerts;

public sealed class HeadingsTests
{
    [Theory]
    [InlineData("# What to do", "what-to-do")]
    [InlineData("## `up` is 0, and now?\r", "up-is-0-and-now")]
    [InlineData("### A_b - c ###", "a_b---c")]
    [InlineData("text\n## Links\nmore", "links")]
    [InlineData("<a id=\"here\"></a>", "here")]
    public void A_heading_has_an_anchor(string markdown, string anchor) =>
        Assert.Equal([anchor], Headings.Of(markdown));

    [Fact]
    public void The_same_words_are_told_apart_by_a_number() =>
        Assert.Equal(["a", "a-1", "a-2"], Headings.Of("# A\n## A\n## A\n").Order());

    [Theory]
    [InlineData("text")]
    [InlineData("#text")]
    [InlineData("```sh\n# a comment\n```\n")]
    public void Other_lines_have_none(string markdown) => Assert.Empty(Headings.Of(markdown));
}
