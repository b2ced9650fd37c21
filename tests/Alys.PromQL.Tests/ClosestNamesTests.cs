namespace Alys.PromQL.Tests;

public sealed class ClosestNamesTests
{
    private static readonly string[] Names =
        ["sync-stalled", "sync-failed", "peers-gone", "crash", "migration-stalled", "rpc-errors"];

    [Theory]
    [InlineData("sync-staled", "sync-stalled sync-failed")]
    [InlineData("crahs", "crash")]
    [InlineData("crush", "crash")]
    [InlineData("CRASH", "crash")]
    [InlineData("stalled", "sync-stalled migration-stalled")]
    [InlineData("xyz", "")]
    [InlineData("", "")]
    public void Few_wrong_characters_or_a_part_of_a_name_are_near(string text, string near) =>
        Assert.Equal(near, string.Join(' ', ClosestNames.To(text, Names)));

    [Fact]
    public void A_text_that_is_much_longer_than_all_names_is_not_compared() =>
        Assert.Empty(ClosestNames.To(new string('x', 1 << 20), Names));

    [Fact]
    public void At_most_three_are_named() =>
        Assert.Equal(3, ClosestNames.To("fault", Enumerable.Range(0, 9).Select(i => $"fault{i}")).Count);
}
