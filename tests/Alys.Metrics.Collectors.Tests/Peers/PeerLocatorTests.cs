using System.Net;
using Alys.Metrics.Collectors.Peers;
using Alys.Metrics.Node;

namespace Alys.Metrics.Collectors.Tests.Peers;

public sealed class PeerLocatorTests : IDisposable
{
    private readonly MmdbFolder _folder = new();

    [Theory]
    [InlineData("8.8.8.8", "US", PeerRegion.NorthAmerica)]
    [InlineData("::ffff:8.8.8.8", "US", PeerRegion.NorthAmerica)]
    [InlineData("64:ff9b::808:808", "US", PeerRegion.NorthAmerica)]
    [InlineData("2a00::1", "NL", PeerRegion.Europe)]
    [InlineData("11.0.0.1", "AQ", PeerRegion.Unknown)]
    [InlineData("9.9.9.9", "unknown", PeerRegion.Unknown)]
    [InlineData("12.0.0.1", "unknown", PeerRegion.Unknown)]
    public void An_address_has_a_country_and_a_region(string address, string country, PeerRegion region)
    {
        using PeerLocator locator = Open();
        Assert.Equal(new PeerLocation(country, region), locator.Locate(IPAddress.Parse(address)));
    }

    [Theory]
    [InlineData("10.1.2.3")]
    [InlineData("::ffff:10.1.2.3")]
    [InlineData("64:ff9b::a01:203")]
    [InlineData("fd00::1")]
    public void A_private_address_is_private_whatever_the_file_says(string address)
    {
        using PeerLocator locator = Open();
        Assert.Equal(new PeerLocation("private", PeerRegion.Unknown), locator.Locate(IPAddress.Parse(address)));
    }

    [Fact]
    public void Without_a_file_private_addresses_are_known_and_no_others()
    {
        PeerLocator.None.Dispose();
        Assert.Equal(PeerLocation.Private, PeerLocator.None.Locate(IPAddress.Loopback));
        Assert.Equal(PeerLocation.Unknown, PeerLocator.None.Locate(IPAddress.Parse("8.8.8.8")));
        Assert.Equal(PeerLocation.Unknown, PeerLocator.None.Locate(null));
    }

    [Fact]
    public void Once_disposed_it_is_like_one_without_a_file()
    {
        PeerLocator locator = Open();
        locator.Dispose();
        locator.Dispose();
        Assert.Equal(PeerLocation.Private, locator.Locate(IPAddress.Loopback));
        Assert.Equal(PeerLocation.Unknown, locator.Locate(IPAddress.Parse("8.8.8.8")));
    }

    [Fact]
    public void No_address_makes_it_throw()
    {
        using PeerLocator locator = Open();
        Random random = new(1);
        byte[] bytes = new byte[16];
        for (int i = 0; i < 20_000; i++)
        {
            random.NextBytes(bytes);
            Assert.NotEmpty(locator.Locate(new IPAddress(bytes)).Country);
            Assert.NotEmpty(locator.Locate(new IPAddress(bytes.AsSpan(0, 4))).Country);
        }
    }

    [Fact]
    public async Task All_threads_get_the_right_answer_at_once()
    {
        using PeerLocator locator = Open();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(() =>
        {
            for (int i = 0; i < 5_000; i++)
            {
                Assert.Equal("US", locator.Locate(IPAddress.Parse("8.8.8.8")).Country);
                Assert.Equal("NL", locator.Locate(IPAddress.Parse("2a00::1")).Country);
            }
        }, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public void A_path_that_is_empty_or_leads_nowhere_is_refused()
    {
        Assert.Throws<ArgumentException>(() => PeerLocator.Open(" "));
        Assert.Throws<FileNotFoundException>(() => PeerLocator.Open(_folder.PathOf("missing.mmdb")));
    }

    public void Dispose() => _folder.Dispose();

    private PeerLocator Open() => PeerLocator.Open(_folder.Write(new MmdbFile()
        .Add("8.0.0.0/8", "US")
        .Add("10.0.0.0/8", "US")
        .Add("11.0.0.0/8", "AQ")
        .Add("12.0.0.0/8", "ZZ")
        .Add("2a00::/16", "NL")
        .Add("fd00::/16", "NL")));
}
