namespace Alys.Metrics.Node.Tests;

public sealed class TxPoolMetricsTests
{
    private readonly MetricRegistry _registry = new();

    [Fact]
    public void Size_is_pending_and_queued_together_and_leaves_when_forgotten()
    {
        var pool = new TxPoolMetrics(_registry);
        Assert.Equal("0", Page.Value(_registry, "alys_txpool_size"));

        pool.Report(pending: 7, queued: 3);
        Assert.Equal("10", Page.Value(_registry, "alys_txpool_size"));
        Assert.Equal("7", Page.Value(_registry, "alys_txpool_transactions{state=\"pending\"}"));
        Assert.Equal("3", Page.Value(_registry, "alys_txpool_transactions{state=\"queued\"}"));

        pool.Forget();
        Assert.Equal("", Page.Lines(_registry, "alys_txpool_"));
    }
}
