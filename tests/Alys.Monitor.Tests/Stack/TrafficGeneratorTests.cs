using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Stack;

public sealed class TrafficGeneratorTests
{
    [Fact]
    public async Task It_sends_goes_on_through_an_outage_and_ends_when_cancelled()
    {
        await using DevChain chain = await DevChain.StartAsync();
        using CancellationTokenSource stop = new();
        Task traffic = new TrafficGenerator(chain.Url, TimeProvider.System).RunAsync(stop.Token);
        await SomeoneHasSentAsync(chain);
        await chain.KillAsync();
        await chain.RestartAsync();
        await SomeoneHasSentAsync(chain);
        await stop.CancelAsync();
        await traffic;
    }

    private static Task SomeoneHasSentAsync(DevChain chain) => Eventually.HoldsAsync(
        async () =>
        {
            string account = (await chain.CallAsync("eth_accounts"))[0].GetString()!;
            return DevChain.Number(await chain.CallAsync("eth_getTransactionCount", account, "latest")) > 0;
        },
        TimeSpan.FromSeconds(30),
        "a transaction is in a block");
}
