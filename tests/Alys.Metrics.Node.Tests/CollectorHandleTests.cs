namespace Alys.Metrics.Node.Tests;

public sealed class CollectorHandleTests
{
    private readonly MetricRegistry _registry = new();
    private readonly CollectorHandle _evm;

    public CollectorHandleTests() => _evm = new CollectorMetrics(_registry).For("evm");

    [Fact]
    public void A_success_is_up_with_its_time()
    {
        _evm.Succeeded(TimeSpan.FromMilliseconds(20), DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_500));

        Assert.Equal("1", Page.Value(_registry, "alys_collector_up{collector=\"evm\"}"));
        Assert.Equal("0.02", Page.Value(_registry, "alys_collector_duration_seconds_sum{collector=\"evm\"}"));
        Assert.Equal(
            "1700000000.5",
            Page.Value(_registry, "alys_collector_last_success_timestamp_seconds{collector=\"evm\"}"));
    }

    [Fact]
    public void A_failure_is_down_under_its_reason_and_a_failed_part_is_not_down()
    {
        _evm.Succeeded(TimeSpan.Zero, DateTimeOffset.UnixEpoch);

        _evm.PartlyFailed(CollectorFailure.RpcError);
        Assert.Equal("1", Page.Value(_registry, "alys_collector_up{collector=\"evm\"}"));

        _evm.Failed(TimeSpan.Zero, CollectorFailure.Timeout);
        Assert.Equal("0", Page.Value(_registry, "alys_collector_up{collector=\"evm\"}"));
        Assert.Equal("1", Page.Value(_registry, Failures("timeout")));
        Assert.Equal("1", Page.Value(_registry, Failures("rpc_error")));
    }

    private static string Failures(string reason) =>
        $"alys_collector_failures_total{{collector=\"evm\",reason=\"{reason}\"}}";
}
