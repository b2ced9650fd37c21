using System.Text;
using Alys.Metrics.Collectors.Processes;

namespace Alys.Metrics.Collectors.Tests.Processes;

public sealed class NetworkTrafficTests
{
    private const string Head =
        "Inter-|   Receive                                                |  Transmit\n"
        + " face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop\n";

    [Fact]
    public void Devices_are_summed_without_loopback()
    {
        string text = Head
            + "    lo: 9999 29 0 0 0 0 0 0 9999 29 0 0 0 0 0 0\n"
            + "  eth0: 1000 10 0 0 0 0 0 0 2000 20 0 0 0 0 0 0\n"
            + "wlan0:3 1 0 0 0 0 0 0 4 1 0 0 0 0 0 0\n";
        Assert.True(NetworkTraffic.TryParse(Encoding.ASCII.GetBytes(text), out NetworkTraffic traffic));
        Assert.Equal(new NetworkTraffic(1003, 2004), traffic);
    }

    [Fact]
    public void A_namespace_with_loopback_only_has_no_traffic()
    {
        string text = Head + "    lo: 9999 29 0 0 0 0 0 0 9999 29 0 0 0 0 0 0\n";
        Assert.True(NetworkTraffic.TryParse(Encoding.ASCII.GetBytes(text), out NetworkTraffic traffic));
        Assert.Equal(default, traffic);
    }

    [Theory]
    [InlineData("")]
    [InlineData(Head)]
    public void A_text_without_devices_is_refused(string text) =>
        Assert.False(NetworkTraffic.TryParse(Encoding.ASCII.GetBytes(text), out _));
}
