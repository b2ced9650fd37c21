using System.Diagnostics;
using Alys.DevNode.Tests.Fixtures;

namespace Alys.DevNode.Tests.EndToEnd;

public sealed class CrashTests
{
    private const int Killed = 137;
    private const int CrashSeconds = 6;

    [Fact]
    public async Task A_crashed_node_stays_away_until_the_fault_is_over_and_goes_on_where_it_was()
    {
        using var folder = new TemporaryFolder();
        string[] arguments =
        [
            "--data-dir", folder.Path, "--slot-seconds", "0.5", "--history", "40", "--migrate", "--phase-seconds", "10",
        ];
        double height;
        long started;
        await using (NodeProcess node = await NodeProcess.StartAsync(arguments))
        {
            await Eventually.HoldsAsync(
                async () => await node.PageAsync() is var page && page["alys_sync_current_height"] > 30
                    && page.Sum("alys_migration_progress_percent") > 10,
                TimeSpan.FromSeconds(40), "the node has blocks and the migration goes on");
            ScrapedPage last = await node.PageAsync();
            height = last["alys_sync_current_height"]!.Value;
            started = Stopwatch.GetTimestamp();
            await node.StartFaultAsync("crash", CrashSeconds);
            Assert.Equal(Killed, await node.ExitAsync());
        }

        await using NodeProcess again = await NodeProcess.StartAsync(arguments);
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, CrashSeconds - 0.5, CrashSeconds + 20);
        Assert.Empty(await again.ActiveFaultsAsync());
        await Eventually.HoldsAsync(
            async () => (await again.PageAsync())["alys_sync_current_height"] > height,
            TimeSpan.FromSeconds(30), "the chain goes on");
        ScrapedPage resumed = await again.PageAsync();
        Assert.True(resumed.Sum("alys_migration_progress_percent") > 10, "the migration began anew");
        Assert.Equal(1, resumed["alys_node_last_shutdown_unclean"]);
        Assert.True(resumed["alys_sync_blocks_applied_total"] < height, "the chain was fetched anew");
    }
}
