using Alys.DevNode.Faults;
using Alys.DevNode.Tests.Fixtures;

namespace Alys.DevNode.Tests.EndToEnd;

[Collection(OnePair.Name)]
public sealed class FaultTests(Pair pair)
{
    /// <summary>Two rounds of the collectors.</summary>
    private static readonly TimeSpan TwoRounds = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(30);

    public static TheoryData<string> Faults =>
        [.. FaultDescriptions.All.Select(FaultDescriptions.NameOf).Where(name => name != "crash")];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_shows_in_the_metrics_within_two_rounds(string fault)
    {
        Func<ScrapedPage, IReadOnlyList<ScrapedPage>, bool> hasEffect = FaultEffects.All[fault];
        await CalmAsync();
        ScrapedPage before = await pair.V2.PageAsync();
        var pages = new List<ScrapedPage>();
        await pair.V2.StartFaultAsync(fault, seconds: 20);
        try
        {
            await Eventually.HoldsAsync(
                async () =>
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, CancellationToken.None);
                    pages.Add(await pair.V2.PageAsync());
                    return hasEffect(before, pages);
                },
                TwoRounds + TimeSpan.FromSeconds(1), $"{fault} shows in the metrics");
        }
        finally
        {
            await pair.V2.StopFaultAsync(fault);
        }
    }

    [Fact]
    public async Task A_fault_leaves_by_itself_and_the_node_recovers()
    {
        await CalmAsync();
        await pair.V2.StartFaultAsync("sync-stalled", seconds: 3);
        await pair.V2.StartFaultAsync("actor-restart-loop", seconds: 3);
        Assert.Equal(["actor-restart-loop", "sync-stalled"], await pair.V2.ActiveFaultsAsync());
        await Eventually.HoldsAsync(
            async () => (await pair.V2.ActiveFaultsAsync()).Length == 0, TimeSpan.FromSeconds(5),
            "the faults are over");
        double restarts = (await pair.V2.PageAsync()).Sum("alys_actor_restarts_total");
        await CalmAsync();
        Assert.Equal(restarts, (await pair.V2.PageAsync()).Sum("alys_actor_restarts_total"));
    }

    private Task CalmAsync() => Eventually.HoldsAsync(
        async () =>
        {
            ScrapedPage page = await pair.V2.PageAsync();
            return page["alys_sync_state"] == 4 && page["alys_sync_blocks_behind"] < 3 && page["alys_peer_count"] > 5
                && page["alys_migration_phase"] < 10;
        },
        Recovery, "the node is synced and has peers");
}
