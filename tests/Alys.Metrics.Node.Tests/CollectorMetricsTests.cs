namespace Alys.Metrics.Node.Tests;

public sealed class CollectorMetricsTests
{
    [Fact]
    public void A_collector_exists_at_0_with_every_reason_before_its_first_round()
    {
        var registry = new MetricRegistry();

        new CollectorMetrics(registry).For("evm");

        Assert.Equal("0", Page.Value(registry, "alys_collector_up{collector=\"evm\"}"));
        Assert.Equal(
            Enum.GetValues<CollectorFailure>().Length,
            Page.Lines(registry, "alys_collector_failures_total{collector=\"evm\",").Split('\n').Length);
        Assert.Equal("", Page.Lines(registry, "alys_collector_last_success_timestamp_seconds"));
    }
}
