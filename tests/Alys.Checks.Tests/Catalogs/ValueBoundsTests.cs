using Alys.Checks.Catalogs;
using Alys.Checks.Tests.Fixtures;
using Alys.PromQL.Inference;

namespace Alys.Checks.Tests.Catalogs;

public sealed class ValueBoundsTests
{
    private const double Any = double.PositiveInfinity;

    [Theory]
    [InlineData("up", 0, 1)]
    [InlineData("alys_sync_state", 0, 5)]
    [InlineData("alys_migration_mode", 0, 1)]
    [InlineData("alys_build_info", 0, 1)]
    [InlineData("alys_migration_progress_percent", 0, 100)]
    [InlineData("alys_cpu_usage_percent", 0, Any)]
    [InlineData("alys_peer_count", 0, Any)]
    [InlineData("alys_migration_errors_total", 0, Any)]
    [InlineData("alys_block_production_duration_seconds_bucket", 0, Any)]
    [InlineData("alys_migration_height_difference_blocks", -Any, Any)]
    [InlineData("node_filesystem_avail_bytes", -Any, Any)]
    public void What_is_known_of_a_metric_bounds_its_values(string name, double low, double high)
    {
        KnownMetrics metrics = Given.Subject([]).Metrics;
        Assert.Equal(new ValueRange(low, high), ValueBounds.Of(Series.Find(metrics, name)!, metrics));
    }
}
