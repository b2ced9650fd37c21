namespace Alys.Metrics.Node.Tests;

public sealed class BuildMetricsTests
{
    [Fact]
    public void It_says_what_runs()
    {
        var registry = new MetricRegistry();

        _ = new BuildMetrics(registry, "monitor", "1.2.3");

        Assert.Equal(
            $"alys_build_info{{component=\"monitor\",version=\"1.2.3\",runtime=\"{Environment.Version}\"}} 1",
            Page.Lines(registry, "alys_build_info"));
    }
}
