namespace Alys.PromQL.Tests.Parsing;

public sealed class TypeCheckerTests
{
    [Theory]
    [InlineData("rate(up)", "rate takes a value of type range vector, and this is of type instant vector", "up")]
    [InlineData("sum(up[5m])", "sum takes a value of type instant vector, and this is of type range vector", "up[5m]")]
    [InlineData("topk('', up)", "the parameter of topk takes a value of type scalar, and this is of type string", "''")]
    [InlineData("round(up, 1, 2)", "round takes 1 to 2 argument(s), and here are 3", "round(up, 1, 2)")]
    [InlineData("rate()", "rate takes 1 argument(s), and here are 0", "rate()")]
    [InlineData("1 > 2", "two scalars are compared without 'bool'", ">")]
    [InlineData("up + bool up", "'bool' belongs to a comparison, and '+' is none", "+")]
    [InlineData("up and 1", "'and' stands between vectors only", "and")]
    [InlineData("up[5m] * 2", "'*' stands between scalars and instant vectors, and this is a range vector", "up[5m]")]
    [InlineData("-'a'", "a sign stands before a scalar or an instant vector, and this is a string", "'a'")]
    [InlineData("up * on (a) group_left (a) up", "'a' is matched by 'on' and cannot be copied as well", "a")]
    [InlineData("up or on (a) group_left up", "'or' takes no group_left and no group_right", "on (a) group_left")]
    [InlineData("1 + on (a) up", "labels are matched between two vectors only", "on (a)")]
    [InlineData("{a=~\".*\"}", "this selector may select every series there is", "{a=~\".*\"}")]
    [InlineData("up{__name__=\"x\"}", "the metric's name is given twice, the other being 'up'", "__name__=\"x\"")]
    [InlineData("(1)[5m:]", "a subquery takes a value of type instant vector, and this is of type scalar", "(1)")]
    public void What_does_not_fit_is_said_of_the_part_that_does_not(string text, string message, string where)
    {
        ParseResult result = PromQLParser.Parse(text);
        Diagnostic found = Assert.Single(result.Diagnostics);
        Assert.Equal((message, where), (found.Message, found.Span.Of(text)));
        Assert.NotNull(result.Root);
    }

    [Fact]
    public void All_of_it_is_said_at_once() =>
        Assert.Equal(3, PromQLParser.Parse("rate(up) + sum(1) + {}").Diagnostics.Count);
}
