namespace Alys.PromQL.Tests;

public sealed class PromQLParserTests
{
    [Fact]
    public void First() => Assert.True(PromQLParser.Parse("up").IsValid);
}
