namespace Alys.Metrics.Node.Tests;

public sealed class TxFlowMetricsTests
{
    [Fact]
    public void What_goes_in_and_out_is_counted_and_every_reason_exists_at_0()
    {
        var registry = new MetricRegistry();
        var flow = new TxFlowMetrics(registry);

        flow.Received();
        flow.Included(12);
        flow.Rejected(TxRejection.PoolFull);

        Assert.Equal("1", Page.Value(registry, "alys_txpool_received_total"));
        Assert.Equal("12", Page.Value(registry, "alys_txpool_included_total"));
        Assert.Equal("1", Page.Value(registry, "alys_txpool_rejected_total{reason=\"pool_full\"}"));
        Assert.Equal("0", Page.Value(registry, "alys_txpool_rejected_total{reason=\"insufficient_fee\"}"));
        Assert.Equal(12, Page.Lines(registry, "alys_txpool_rejected_total").Split('\n').Length);
    }
}
