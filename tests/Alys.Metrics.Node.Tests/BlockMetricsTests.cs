namespace Alys.Metrics.Node.Tests;

public sealed class BlockMetricsTests
{
    [Fact]
    public void Durations_fall_into_buckets_that_contain_the_ticket_and_the_goals()
    {
        var registry = new MetricRegistry();
        var blocks = new BlockMetrics(registry);

        blocks.Produced(TimeSpan.FromMilliseconds(500));
        blocks.Validated(TimeSpan.FromMilliseconds(50));

        foreach (string bound in new[] { "0.1", "0.5", "1", "2", "5", "10" })
        {
            string expected = bound == "0.1" ? "0" : "1";
            string series = $"alys_block_production_duration_seconds_bucket{{le=\"{bound}\"}}";
            Assert.Equal(expected, Page.Value(registry, series));
        }

        foreach (string bound in new[] { "0.01", "0.05", "0.1", "0.5", "1" })
        {
            string expected = bound == "0.01" ? "0" : "1";
            string series = $"alys_block_validation_duration_seconds_bucket{{le=\"{bound}\"}}";
            Assert.Equal(expected, Page.Value(registry, series));
        }
    }
}
