using Microsoft.Extensions.Time.Testing;

namespace Alys.Metrics.Node.Tests;

public sealed class ComparisonMetricsTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly MetricRegistry _registry = new();
    private readonly ComparisonMetrics _metrics;

    public ComparisonMetricsTests() => _metrics = new ComparisonMetrics(_registry, _clock);

    [Fact]
    public void No_comparison_is_not_the_same_as_no_mismatch()
    {
        Assert.Null(Value("alys_migration_last_comparison_age_seconds"));
        Assert.Null(Value("alys_migration_height_difference_blocks"));

        _metrics.Compared(MigrationComparison.StateRoot, ComparisonResult.Mismatch);
        _metrics.ReportHeights(v1: 100, v2: 97);
        _metrics.ReportLatencies(TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(5));
        _metrics.ReportLatencies(TimeSpan.Zero, TimeSpan.FromMilliseconds(5));
        _clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal("1", Value("alys_migration_comparisons_total{subject=\"state_root\",result=\"mismatch\"}"));
        Assert.Equal("-3", Value("alys_migration_height_difference_blocks"));
        Assert.Equal("0.5", Value("alys_migration_latency_ratio"));
        Assert.Equal("30", Value("alys_migration_last_comparison_age_seconds"));

        _metrics.Forget();

        Assert.Null(Value("alys_migration_height_difference_blocks"));
        Assert.Null(Value("alys_migration_latency_ratio"));
    }

    private string? Value(string series) => Page.Value(_registry, series);
}
