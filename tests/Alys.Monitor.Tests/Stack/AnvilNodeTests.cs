using System.Text.Json;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Stack;

public sealed class AnvilNodeTests
{
    [Fact]
    public async Task It_makes_a_block_a_second_and_says_nothing_for_each()
    {
        await using DevChain chain = await DevChain.StartAsync();
        await Eventually.HoldsAsync(
            async () => await chain.HeightAsync() >= 2, TimeSpan.FromSeconds(10), "two blocks have come");
        JsonElement one = await chain.CallAsync("eth_getBlockByNumber", "0x1", false);
        JsonElement two = await chain.CallAsync("eth_getBlockByNumber", "0x2", false);
        Assert.Equal(
            1, DevChain.Number(two.GetProperty("timestamp")) - DevChain.Number(one.GetProperty("timestamp")));
    }
}
