namespace Alys.Metrics.Node.Tests;

public sealed class ExecutionClientMetricsTests
{
    [Fact]
    public void The_client_is_one_series_that_an_upgrade_replaces_and_that_leaves_when_forgotten()
    {
        var registry = new MetricRegistry();
        var client = new ExecutionClientMetrics(registry);

        client.Report("anvil/v1.6.0", 31337);
        client.Report("anvil/v1.7.1", 31337);

        Assert.Equal(
            "alys_execution_client_info{client_version=\"anvil/v1.7.1\",chain_id=\"31337\"} 1",
            Page.Lines(registry, "alys_execution_client_info"));
        client.Forget();
        Assert.Equal("", Page.Lines(registry, "alys_execution_client_info"));
    }
}
