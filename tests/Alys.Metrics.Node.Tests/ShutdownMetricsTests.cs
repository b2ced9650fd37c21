namespace Alys.Metrics.Node.Tests;

public sealed class ShutdownMetricsTests
{
    [Fact]
    public void It_is_0_until_an_unclean_end_is_reported()
    {
        var registry = new MetricRegistry();
        var shutdown = new ShutdownMetrics(registry);
        string? before = Page.Value(registry, "alys_node_last_shutdown_unclean");

        shutdown.ReportLast(unclean: true);

        Assert.Equal("0", before);
        Assert.Equal("1", Page.Value(registry, "alys_node_last_shutdown_unclean"));
    }
}
