using Alys.PromQL.Tree;

namespace Alys.PromQL.Tests.Tree;

public sealed class LabelMatcherTests
{
    [Theory]
    [InlineData("a=\"b\"", "b", true)]
    [InlineData("a=\"b\"", "bc", false)]
    [InlineData("a!=\"b\"", "", true)]
    [InlineData("a=~\"b|c.\"", "cd", true)]
    [InlineData("a=~\"b|c.\"", "bb", false)]
    [InlineData("a=~\"b\"", "b\n", false)]
    [InlineData("a!~\"b|c\"", "c", false)]
    [InlineData("a!~\"b|c\"", "d", true)]
    [InlineData("a=~\"\\\\Qb\\\\E\"", "b", null)]
    public void It_says_whether_a_value_fulfils_it(string matcher, string value, bool? matches)
    {
        var selector = (VectorSelector)PromQLParser.Parse($"up{{{matcher}}}").Root!;
        Assert.Equal(matches, selector.Matchers[0].Matches(value));
    }
}
