using Alys.Checks.Documents;
using Alys.Checks.Tests.Fixtures;
using Alys.PromQL;

namespace Alys.Checks.Tests.Documents;

public sealed class ScalarNodeTests
{
    [Fact]
    public void A_part_is_where_it_stands_and_as_long()
    {
        ScalarNode scalar = Given.Yaml("b: 1\na: up == 0\n");
        Assert.Equal((2, 7, "=="), Given.Place(scalar, "=="));
    }

    [Theory]
    [InlineData(0, 0, 3, 0)]
    [InlineData(5, 0, 5, 0)]
    [InlineData(99, 5, 5, 0)]
    [InlineData(1, 99, 4, 1)]
    public void A_part_beyond_the_value_ends_with_it(int start, int length, int placed, int placedLength)
    {
        ScalarNode scalar = Given.Yaml("a: up");
        Assert.Equal(new SourceSpan(placed, placedLength), scalar.InFile(new SourceSpan(start, length)));
    }
}
