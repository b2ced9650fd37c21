using Alys.Checks.Queries;
using Alys.PromQL;
using Alys.PromQL.Tree;

namespace Alys.Checks.Tests.Queries;

public sealed class OperandsTests
{
    [Theory]
    [InlineData("a", "a")]
    [InlineData("a and b", "a;b")]
    [InlineData("(a and (b and c)) and d", "a;b;c;d")]
    [InlineData("a and b unless c", "a;b")]
    [InlineData("a unless (b and c)", "a")]
    [InlineData("a and b or c", "a and b or c")]
    public void The_parts_come_in_the_order_of_the_text(string text, string parts)
    {
        Expression root = PromQLParser.Parse(text).Root!;
        Assert.Equal(
            parts, string.Join(';', Operands.Of(root, [BinaryOperator.And], [BinaryOperator.Unless])));
    }
}
