using Microsoft.Extensions.Time.Testing;

namespace Alys.Metrics.Node.Tests;

public sealed class ChainMetricsTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly MetricRegistry _registry = new();
    private readonly ChainMetrics _chain;

    public ChainMetricsTests() => _chain = new ChainMetrics(_registry, _clock);

    [Fact]
    public void The_age_of_the_head_follows_the_clock_and_is_never_negative()
    {
        Assert.Null(Page.Value(_registry, "alys_chain_head_age_seconds"));

        _chain.ReportHead(_clock.GetUtcNow() + TimeSpan.FromSeconds(3), 30_000_000);
        Assert.Equal("0", Page.Value(_registry, "alys_chain_head_age_seconds"));

        _clock.Advance(TimeSpan.FromSeconds(63));
        Assert.Equal("60", Page.Value(_registry, "alys_chain_head_age_seconds"));
        Assert.Equal("30000000", Page.Value(_registry, "alys_chain_block_gas_limit"));
    }

    [Fact]
    public void Blocks_reorgs_and_skipped_blocks_are_counted()
    {
        _chain.BlockSeen(TimeSpan.FromSeconds(2), 21_000, 1);
        _chain.Reorg(3);
        _chain.BlocksSkipped(500);

        Assert.Equal("1", Page.Value(_registry, "alys_chain_block_interval_seconds_bucket{le=\"2\"}"));
        Assert.Equal("0", Page.Value(_registry, "alys_chain_block_interval_seconds_bucket{le=\"1\"}"));
        Assert.Equal("21000", Page.Value(_registry, "alys_chain_block_gas_used_sum"));
        Assert.Equal("1", Page.Value(_registry, "alys_chain_block_transactions_sum"));
        Assert.Equal("1", Page.Value(_registry, "alys_chain_reorgs_total"));
        Assert.Equal("3", Page.Value(_registry, "alys_chain_reorg_depth_blocks_sum"));
        Assert.Equal("500", Page.Value(_registry, "alys_chain_blocks_skipped_total"));
    }

    [Fact]
    public void Forgotten_the_head_leaves_and_the_counts_stay()
    {
        _chain.ReportHead(_clock.GetUtcNow(), 1);
        _chain.Reorg(1);

        _chain.Forget();

        Assert.Null(Page.Value(_registry, "alys_chain_head_age_seconds"));
        Assert.Null(Page.Value(_registry, "alys_chain_block_gas_limit"));
        Assert.Equal("1", Page.Value(_registry, "alys_chain_reorgs_total"));
    }
}
