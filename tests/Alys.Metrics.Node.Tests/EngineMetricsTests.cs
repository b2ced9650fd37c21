namespace Alys.Metrics.Node.Tests;

public sealed class EngineMetricsTests
{
    private readonly MetricRegistry _registry = new();
    private readonly EngineMetrics _metrics;

    public EngineMetricsTests() => _metrics = new EngineMetrics(_registry);

    [Fact]
    public void Calls_builds_and_commits_are_counted_by_result()
    {
        _metrics.Called(EngineMethod.NewPayload, CallStatus.Success, TimeSpan.FromMilliseconds(20));
        _metrics.Built();
        _metrics.BuildFailed(EngineError.GetPayload);
        _metrics.Committed(CallStatus.Success, height: 9);
        _metrics.Committed(CallStatus.Failure, height: 10);

        Assert.Equal("1", Value("alys_engine_requests_total{method=\"new_payload\",status=\"success\"}"));
        Assert.Equal("1", Value("alys_engine_request_duration_seconds_count{method=\"new_payload\"}"));
        Assert.Equal("1", Value("alys_engine_build_block_calls_total{status=\"success\",reason=\"none\"}"));
        Assert.Equal(
            "1",
            Value("alys_engine_build_block_calls_total{status=\"failure\",reason=\"engine_api_get_payload_error\"}"));
        Assert.Equal("1", Value("alys_engine_commit_block_calls_total{status=\"failure\"}"));
        Assert.Equal("9", Value("alys_engine_execution_height"));
    }

    private string? Value(string series) => Page.Value(_registry, series);
}
