namespace Alys.Metrics.Node.Tests;

public sealed class GovernanceMetricsTests
{
    private readonly MetricRegistry _registry = new();
    private readonly GovernanceMetrics _metrics;

    public GovernanceMetricsTests() => _metrics = new GovernanceMetrics(_registry);

    [Fact]
    public void The_stream_is_up_while_it_is_connected()
    {
        Assert.Equal("0", Value("alys_governance_stream_connected"));
        _metrics.Report(GovernanceState.Streaming);
        _metrics.Message(GovernanceMessage.Heartbeat, MessageDirection.Received);

        Assert.Equal("1", Value("alys_governance_stream_connected"));
        Assert.Equal(
            "1", Value("alys_governance_stream_state{alys_governance_stream_state=\"streaming\"}"));
        Assert.Equal(
            "1", Value("alys_governance_messages_total{message_type=\"heartbeat\",direction=\"received\"}"));

        _metrics.Report(GovernanceState.Reconnecting);

        Assert.Equal("0", Value("alys_governance_stream_connected"));
        Assert.Equal("1", Value("alys_governance_stream_reconnects_total"));
    }

    private string? Value(string series) => Page.Value(_registry, series);
}
