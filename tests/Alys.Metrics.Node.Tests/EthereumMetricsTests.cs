namespace Alys.Metrics.Node.Tests;

public sealed class EthereumMetricsTests
{
    private readonly MetricRegistry _registry = new();
    private readonly EthereumMetrics _metrics;

    public EthereumMetricsTests() => _metrics = new EthereumMetrics(_registry);

    [Fact]
    public void The_names_of_EIP_2159_are_there()
    {
        _metrics.ReportChain(height: 10, bestKnown: 8);
        _metrics.ReportPeers(3, limit: 50);

        Assert.Equal("10", Value("ethereum_blockchain_height"));
        Assert.Equal("10", Value("ethereum_best_known_block_number"));
        Assert.Equal("3", Value("ethereum_p2p_peers"));
        Assert.Equal("50", Value("ethereum_p2p_peers_limit"));
    }

    private string? Value(string series) => Page.Value(_registry, series);
}
