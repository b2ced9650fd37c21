using Alys.Monitor.Settings;

namespace Alys.Monitor.Tests.Settings;

public sealed class UpSettingsTests
{
    [Fact]
    public void Without_a_node_it_is_the_pair_read_every_five_seconds()
    {
        UpSettings settings = Read();
        Assert.IsType<PairSettings>(settings.Picture);
        Assert.Equal(TimeSpan.FromSeconds(5), settings.ScrapeInterval);
        Assert.Equal("127.0.0.1:9090", settings.Prometheus.ToString());
        Assert.Equal(
            [9001, 9011, 9002, 9012, 9090, 9093, 9100, 9095], settings.Ports.Select(port => port.EndPoint.Port));
    }

    [Fact]
    public void With_a_store_its_ports_are_taken_as_well() => Assert.Equal(
        [8428, 8880], Read("--store", "victoriametrics").Ports.TakeLast(2).Select(port => port.EndPoint.Port));

    [Theory]
    [InlineData("--anvil")]
    [InlineData("--rpc", "http://127.0.0.1:1")]
    public void With_a_node_it_is_the_monitor_beside_it(params string[] arguments) =>
        Assert.IsType<MonitoredSettings>(Read(arguments).Picture);

    [Fact]
    public void What_anvil_shows_is_fresh()
    {
        UpSettings settings = Read("--anvil");
        MonitoredSettings picture = Assert.IsType<MonitoredSettings>(settings.Picture);
        // A block a second is at most one block behind only when reading and scraping together take less than that.
        Assert.True(picture.Monitor.Interval + settings.ScrapeInterval < TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void Options_change_the_port_the_time_and_the_home()
    {
        UpSettings settings = Read("--prometheus-port", "2", "--scrape-interval", "2s", "--home", "somewhere");
        Assert.Equal(2, settings.Prometheus.Port);
        Assert.Equal(TimeSpan.FromSeconds(2), settings.ScrapeInterval);
        Assert.Equal(Path.GetFullPath("somewhere"), settings.Home.Root);
    }

    [Theory]
    [InlineData("--prometheus-port: '65536'", "--prometheus-port", "65536")]
    [InlineData("--scrape-interval: '10m'", "--scrape-interval", "10m")]
    [InlineData("--rpc-port and --prometheus-port", "--anvil", "--rpc-port", "7", "--prometheus-port", "7")]
    [InlineData("--listen and --prometheus-port", "--listen", "127.0.0.1:9090")]
    [InlineData("--prometheus-port and --webhook-port", "--prometheus-port", "9095")]
    [InlineData("--rpc-port and --migration-port", "--rpc-port", "5", "--migration-port", "5")]
    public void What_does_not_go_together_is_refused_by_name(string named, params string[] arguments) =>
        Assert.Contains(
            named, Assert.Throws<UsageException>(() => Read(arguments)).Message, StringComparison.Ordinal);

    private static UpSettings Read(params string[] arguments) =>
        UpSettings.Read(Given.Values(UpSettings.All, arguments));
}
