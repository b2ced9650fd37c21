using System.Net;
using Alys.Metrics.Collectors.Peers;
using Alys.Metrics.Node;

namespace Alys.Metrics.Collectors.Tests.Peers;

public sealed class PeerConnectionMetricsExtensionsTests : IDisposable
{
    private readonly MmdbFolder _folder = new();
    private readonly MetricRegistry _registry = new();
    private readonly PeerConnectionMetrics _peers;

    public PeerConnectionMetricsExtensionsTests() =>
        _peers = new PeerConnectionMetrics(_registry, new PeerMetrics(_registry));

    [Fact]
    public void A_peer_is_counted_in_the_region_of_its_address_while_it_is_there()
    {
        using PeerLocator locator = PeerLocator.Open(_folder.Write(new MmdbFile().Add("8.0.0.0/8", "US")));
        PeerConnection peer = Connect(IPAddress.Parse("8.8.8.8"), locator);
        using PeerConnection other = Connect(IPAddress.Loopback, locator);
        Assert.Equal("1", Value("north_america"));
        Assert.Equal("1", Value("unknown"));

        peer.Dispose();
        Assert.Equal("0", Value("north_america"));
    }

    [Fact]
    public void Without_a_file_or_an_address_its_region_is_unknown()
    {
        using PeerConnection peer = Connect(IPAddress.Parse("8.8.8.8"), PeerLocator.None);
        using PeerConnection nameless = Connect(null, PeerLocator.None);
        Assert.Equal("2", Value("unknown"));
    }

    public void Dispose() => _folder.Dispose();

    private PeerConnection Connect(IPAddress? address, PeerLocator locator) =>
        _peers.Connected(PeerKind.Regular, address, locator, PeerDirection.Inbound, score: 50);

    private string? Value(string region) => Page.Value(_registry, $"alys_peers_by_region{{region=\"{region}\"}}");
}
