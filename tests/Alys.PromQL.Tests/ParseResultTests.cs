namespace Alys.PromQL.Tests;

public sealed class ParseResultTests
{
    [Fact]
    public void A_warning_leaves_an_expression_valid()
    {
        ParseResult result = PromQLParser.Parse("up[5m h]");
        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(result.Diagnostics).Severity);
        Assert.True(result.IsValid);
    }

    [Fact]
    public void An_error_does_not()
    {
        ParseResult result = PromQLParser.Parse("rate(up)");
        Assert.False(result.IsValid);
        Assert.NotNull(result.Root);
    }
}
