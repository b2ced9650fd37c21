using Alys.Monitor.Faults;

namespace Alys.Monitor.Tests.Faults;

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
    public void At_most_three_are_named() =>
        Assert.Equal(3, ClosestNames.To("fault", Enumerable.Range(0, 9).Select(i => $"fault{i}")).Count);
}
