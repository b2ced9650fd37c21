using Microsoft.Extensions.Time.Testing;

namespace Alys.Metrics.Node.Tests;

public sealed class SyncMetricsTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly MetricRegistry _registry = new();

    [Fact]
    public void A_node_shows_zeros_from_the_start_and_an_observer_nothing()
    {
        _ = new SyncMetrics(_registry, _clock);
        var observed = new MetricRegistry();
        _ = new SyncMetrics(observed, _clock, Presence.WhenReported);

        foreach (string name in new[] { "current_height", "target_height", "blocks_per_second", "state" })
        {
            Assert.Equal("0", Page.Value(_registry, "alys_sync_" + name));
            Assert.Null(Page.Value(observed, "alys_sync_" + name));
        }
    }

    [Fact]
    public void A_report_is_shown_and_the_height_it_gained_is_counted_as_applied()
    {
        var sync = new SyncMetrics(_registry, _clock);

        sync.Report(1_000, 5_000, SyncState.Blocks);
        _clock.Advance(TimeSpan.FromSeconds(5));
        sync.Report(2_000, 5_000, SyncState.Blocks);

        Assert.Equal("2000", Page.Value(_registry, "alys_sync_current_height"));
        Assert.Equal("5000", Page.Value(_registry, "alys_sync_target_height"));
        Assert.Equal("3000", Page.Value(_registry, "alys_sync_blocks_behind"));
        Assert.Equal("2", Page.Value(_registry, "alys_sync_state"));
        Assert.Equal("1000", Page.Value(_registry, "alys_sync_blocks_applied_total"));
    }

    [Fact]
    public void A_rollback_takes_nothing_back_and_what_comes_again_counts_again()
    {
        var sync = new SyncMetrics(_registry, _clock);

        foreach (long height in new long[] { 100, 110, 105, 112 }) sync.Report(height, 0, SyncState.Synced);

        Assert.Equal("17", Page.Value(_registry, "alys_sync_blocks_applied_total"));
        Assert.Equal("112", Page.Value(_registry, "alys_sync_target_height"));
    }

    [Fact]
    public void Forgotten_its_gauges_leave_and_the_counter_stays()
    {
        var sync = new SyncMetrics(_registry, _clock);
        sync.Report(100, 100, SyncState.Synced);
        sync.Report(101, 101, SyncState.Synced);

        sync.Forget();

        Assert.Equal("alys_sync_blocks_applied_total 1", Page.Lines(_registry, "alys_sync_"));
        sync.Report(103, 103, SyncState.Synced);
        Assert.Equal("103", Page.Value(_registry, "alys_sync_current_height"));
        Assert.Equal("3", Page.Value(_registry, "alys_sync_blocks_applied_total"));
        Assert.Equal("0", Page.Value(_registry, "alys_sync_blocks_per_second"));
    }

    [Fact]
    public void A_negative_height_is_ignored()
    {
        var sync = new SyncMetrics(_registry, _clock, Presence.WhenReported);

        sync.Report(-1, 5, SyncState.Blocks);

        Assert.Null(Page.Value(_registry, "alys_sync_current_height"));
    }
}
