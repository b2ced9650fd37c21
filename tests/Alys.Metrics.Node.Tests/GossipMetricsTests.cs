namespace Alys.Metrics.Node.Tests;

public sealed class GossipMetricsTests
{
    private readonly MetricRegistry _registry = new();
    private readonly GossipMetrics _metrics;

    public GossipMetricsTests() => _metrics = new GossipMetrics(_registry);

    [Fact]
    public void What_comes_in_counts_as_received_and_by_kind()
    {
        _metrics.Message(GossipMessage.ConsensusBlock, GossipStatus.Received);
        _metrics.Message(GossipMessage.PegoutSigs, GossipStatus.Sent);
        _metrics.Discovered(known: 5);

        string family = "alys_chain_network_gossip_totals";
        Assert.Equal("1", Value(family + "{message_type=\"msg_received\",status=\"received\"}"));
        Assert.Equal("1", Value(family + "{message_type=\"consensus_block\",status=\"received\"}"));
        Assert.Equal("1", Value(family + "{message_type=\"pegout_sigs\",status=\"sent\"}"));
        Assert.Equal("5", Value("alys_chain_discovered_peers"));
        Assert.Equal("1", Value("alys_network_discoveries_total"));
    }

    private string? Value(string series) => Page.Value(_registry, series);
}
