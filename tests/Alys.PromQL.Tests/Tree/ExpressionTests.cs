using Alys.PromQL.Tree;

namespace Alys.PromQL.Tests.Tree;

public sealed class ExpressionTests
{
    [Fact]
    public void All_below_it_come_in_the_order_of_the_text() => Assert.Equal(
        [
            "topk(1 + 2, (rate(a[5m])) / b[5m:]) or c", "topk(1 + 2, (rate(a[5m])) / b[5m:])", "1 + 2", "1", "2",
            "(rate(a[5m])) / b[5m:]", "(rate(a[5m]))", "rate(a[5m])", "a[5m]", "a", "b[5m:]", "b", "c",
        ],
        Parse("topk(1 + 2, (rate(a[5m])) / b[5m:]) or c").DescendantsAndSelf().Select(node => node.ToString()));

    [Fact]
    public void What_is_in_parentheses_can_be_had_without_them() =>
        Assert.Equal("a", Parse("((a))").WithoutParentheses().ToString());

    private static Expression Parse(string text) => PromQLParser.Parse(text).Root!;
}
