namespace Alys.Metrics.Node.Tests;

public sealed class RpcMetricsTests
{
    private readonly MetricRegistry _registry = new();
    private readonly RpcMetrics _metrics;

    public RpcMetricsTests() => _metrics = new RpcMetrics(_registry);

    [Fact]
    public void A_request_is_counted_by_method_and_answer()
    {
        _metrics.Answered(RpcMethod.GetHeadBlock, RpcStatus.Success, TimeSpan.FromMilliseconds(3));

        Assert.Equal("1", Value("alys_rpc_requests_total{method=\"getheadblock\",status=\"success\"}"));
        Assert.Equal("0", Value("alys_rpc_requests_total{method=\"other\",status=\"client_error\"}"));
        Assert.Equal("0.003", Value("alys_rpc_request_duration_seconds_sum{method=\"getheadblock\"}"));
    }

    [Theory]
    [InlineData("getdepositaddress", RpcMethod.GetDepositAddress)]
    [InlineData("GETHEADBLOCK", RpcMethod.Other)]
    [InlineData("made_up_by_a_caller", RpcMethod.Other)]
    [InlineData("other", RpcMethod.Other)]
    [InlineData(null, RpcMethod.Other)]
    public void A_name_that_is_no_method_of_ours_makes_no_series(string? name, RpcMethod method) =>
        Assert.Equal(method, RpcMetrics.MethodOf(name));

    private string? Value(string series) => Page.Value(_registry, series);
}
