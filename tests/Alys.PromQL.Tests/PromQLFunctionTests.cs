namespace Alys.PromQL.Tests;

public sealed class PromQLFunctionTests
{
    [Theory]
    [InlineData("rate", "rate(range vector)")]
    [InlineData("round", "round(instant vector, [scalar])")]
    [InlineData("hour", "hour([instant vector])")]
    [InlineData("label_join", "label_join(instant vector, string, string, [string], ...)")]
    public void A_signature_is_shown_with_what_may_be_left_out(string name, string signature) =>
        Assert.Equal(signature, PromQLFunctions.Find(name)!.ToString());

    [Fact]
    public void A_version_has_what_came_before_it_and_was_not_removed()
    {
        PromQLFunction old = PromQLFunctions.Find("holt_winters")!;
        Assert.True(old.IsIn(new Version(2, 55)));
        Assert.False(old.IsIn(new Version(3, 0)));
        PromQLFunction young = PromQLFunctions.Find("double_exponential_smoothing")!;
        Assert.False(young.IsIn(new Version(2, 55)));
        Assert.True(young.IsIn(new Version(3, 0)));
    }
}
