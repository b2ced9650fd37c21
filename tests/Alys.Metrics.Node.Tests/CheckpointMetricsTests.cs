namespace Alys.Metrics.Node.Tests;

public sealed class CheckpointMetricsTests
{
    private readonly MetricRegistry _registry = new();
    private readonly CheckpointMetrics _metrics;

    public CheckpointMetricsTests() => _metrics = new CheckpointMetrics(_registry);

    [Fact]
    public void The_newest_checkpoint_is_one_that_could_be_made()
    {
        _metrics.Done(CheckpointOperation.Create, CallStatus.Success, 100, TimeSpan.FromSeconds(0.5));
        _metrics.Done(CheckpointOperation.Create, CallStatus.Failure, 200, TimeSpan.FromSeconds(9));

        Assert.Equal("100", Value("alys_checkpoint_height"));
        Assert.Equal("1", Value("alys_checkpoints_total{operation=\"create\",status=\"failure\"}"));
        Assert.Equal("0.5", Value("alys_checkpoint_duration_seconds_sum{operation=\"create\"}"));
    }

    private string? Value(string series) => Page.Value(_registry, series);
}
