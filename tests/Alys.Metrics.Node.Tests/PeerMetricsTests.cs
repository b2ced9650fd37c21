namespace Alys.Metrics.Node.Tests;

public sealed class PeerMetricsTests
{
    [Fact]
    public void The_count_is_shown_and_leaves_when_forgotten()
    {
        var registry = new MetricRegistry();
        var peers = new PeerMetrics(registry, Presence.WhenReported);
        Assert.Null(Page.Value(registry, "alys_peer_count"));

        peers.Report(25);
        Assert.Equal("25", Page.Value(registry, "alys_peer_count"));

        peers.Forget();
        Assert.Null(Page.Value(registry, "alys_peer_count"));
    }
}
