namespace Alys.Metrics.Node.Tests;

public sealed class PeerConnectionMetricsTests
{
    private readonly MetricRegistry _registry = new();
    private readonly PeerConnectionMetrics _metrics;

    public PeerConnectionMetricsTests() => _metrics = new PeerConnectionMetrics(_registry, new PeerMetrics(_registry));

    [Fact]
    public void A_peer_is_counted_by_what_it_is_while_it_is_there()
    {
        PeerConnection peer = _metrics.Connected(PeerKind.Miner, PeerRegion.Europe, PeerDirection.Inbound, score: 75);
        using PeerConnection other =
            _metrics.Connected(PeerKind.Regular, PeerRegion.Unknown, PeerDirection.Outbound, score: 20);

        Assert.Equal("2", Value("alys_peer_count"));
        Assert.Equal("1", Value("alys_peers_by_kind{kind=\"miner\"}"));
        Assert.Equal("1", Value("alys_peers_by_region{region=\"europe\"}"));
        Assert.Equal("1", Value("alys_peers_by_direction{direction=\"inbound\"}"));
        Assert.Equal("1", Value("alys_peers_by_score{score=\"good\"}"));

        peer.Rate(5);
        Assert.Equal("0", Value("alys_peers_by_score{score=\"good\"}"));
        Assert.Equal("1", Value("alys_peers_by_score{score=\"banned\"}"));

        peer.Dispose();
        peer.Dispose();
        peer.Rate(90);

        Assert.Equal("1", Value("alys_peer_count"));
        Assert.Equal("0", Value("alys_peers_by_kind{kind=\"miner\"}"));
        Assert.Equal("0", Value("alys_peers_by_score{score=\"banned\"}"));
        Assert.Equal("1", Value("alys_peer_events_total{event=\"disconnected\"}"));
    }

    [Theory]
    [InlineData(9.9, PeerScore.Banned)]
    [InlineData(10, PeerScore.Poor)]
    [InlineData(40, PeerScore.Fair)]
    [InlineData(70, PeerScore.Good)]
    [InlineData(double.NaN, PeerScore.Banned)]
    public void A_score_falls_in_one_range(double score, PeerScore range) =>
        Assert.Equal(range, PeerConnectionMetrics.ScoreOf(score));

    private string? Value(string series) => Page.Value(_registry, series);
}
