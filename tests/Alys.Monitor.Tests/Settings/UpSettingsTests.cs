using Alys.Monitor.Settings;

namespace Alys.Monitor.Tests.Settings;

public sealed class UpSettingsTests
{
    [Fact]
    public void Without_a_node_there_is_one_of_our_own_and_what_is_shown_is_fresh()
    {
        UpSettings settings = Read();
        Assert.Equal("127.0.0.1:8545", settings.DevNode!.ToString());
        Assert.Equal(new Uri("http://127.0.0.1:8545"), settings.Monitor.Rpc);
        Assert.Equal("127.0.0.1:9090", settings.Prometheus.ToString());
        // A block a second is at most one block behind only when reading and scraping together take less than that.
        Assert.True(settings.Monitor.Interval + settings.ScrapeInterval < TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void A_given_node_is_read_every_five_seconds()
    {
        UpSettings settings = Read("--rpc", "http://127.0.0.1:1");
        Assert.Null(settings.DevNode);
        Assert.Equal(TimeSpan.FromSeconds(5), settings.Monitor.Interval);
        Assert.Equal(TimeSpan.FromSeconds(5), settings.ScrapeInterval);
    }

    [Fact]
    public void Options_change_ports_times_and_the_home()
    {
        UpSettings settings = Read(
            "--rpc-port", "1", "--prometheus-port", "2", "--listen", "127.0.0.1:3",
            "--interval", "1s", "--scrape-interval", "2s", "--home", "somewhere");
        Assert.Equal(1, settings.DevNode!.Port);
        Assert.Equal(2, settings.Prometheus.Port);
        Assert.Equal(3, settings.Monitor.Listen.Port);
        Assert.Equal(TimeSpan.FromSeconds(1), settings.Monitor.Interval);
        Assert.Equal(TimeSpan.FromSeconds(2), settings.ScrapeInterval);
        Assert.Equal(Path.GetFullPath("somewhere"), settings.Home.Root);
    }

    [Theory]
    [InlineData("--rpc", "http://127.0.0.1:1", "--rpc-port", "2")]
    [InlineData("--process-name", "geth")]
    [InlineData("--prometheus-port", "65536")]
    [InlineData("--scrape-interval", "10m")]
    [InlineData("--rpc-port", "7", "--prometheus-port", "7")]
    [InlineData("--listen", "127.0.0.1:9090")]
    public void What_does_not_go_together_is_refused(params string[] arguments) =>
        Assert.Throws<UsageException>(() => Read(arguments));

    private static UpSettings Read(params string[] arguments) =>
        UpSettings.Read(Given.Values(UpSettings.All, arguments));
}
