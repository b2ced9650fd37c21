using Alys.Monitor.Settings;
using Alys.Monitor.Stack;

namespace Alys.Monitor.Tests.Settings;

public sealed class MonitoredSettingsTests
{
    private static readonly AlysHome Home = new("somewhere");

    [Fact]
    public void Anvil_is_a_node_of_our_own_and_is_read_often()
    {
        MonitoredSettings settings = Read("--anvil");
        Assert.Equal("127.0.0.1:8545", settings.Anvil!.ToString());
        Assert.Equal(new Uri("http://127.0.0.1:8545"), settings.Monitor.Rpc);
        Assert.Equal([8545, 9001], settings.Ports.Select(port => port.EndPoint.Port));
        Assert.True(settings.Monitor.Interval < TimeSpan.FromSeconds(1));
        Assert.Equal(Home.Root, settings.Monitor.DataDirectory);
    }

    [Fact]
    public void A_given_node_is_read_every_five_seconds()
    {
        MonitoredSettings settings = Read("--rpc", "http://127.0.0.1:1");
        Assert.Null(settings.Anvil);
        Assert.Equal([9001], settings.Ports.Select(port => port.EndPoint.Port));
        Assert.Equal(TimeSpan.FromSeconds(5), settings.Monitor.Interval);
        Assert.Equal(TimeSpan.FromSeconds(5), settings.DefaultScrapeInterval);
    }

    [Fact]
    public void Options_change_ports_and_times()
    {
        MonitoredSettings settings =
            Read("--anvil", "--rpc-port", "1", "--listen", "127.0.0.1:3", "--interval", "1s");
        Assert.Equal(1, settings.Anvil!.Port);
        Assert.Equal(3, settings.Monitor.Listen.Port);
        Assert.Equal(TimeSpan.FromSeconds(1), settings.Monitor.Interval);
    }

    [Theory]
    [InlineData("--anvil (run a node) and --rpc", "--anvil", "--rpc", "http://127.0.0.1:1")]
    [InlineData("--rpc (watch this node) and --rpc-port", "--rpc", "http://127.0.0.1:1", "--rpc-port", "2")]
    [InlineData("with --rpc only", "--anvil", "--process-name", "geth")]
    [InlineData("--phase-time is for the pair", "--anvil", "--phase-time", "5s")]
    [InlineData("--seed is for the pair", "--rpc", "http://127.0.0.1:1", "--seed", "5")]
    [InlineData("--migration-port is for the pair", "--anvil", "--migration-port", "5")]
    public void What_does_not_go_together_is_refused_by_name(string named, params string[] arguments) =>
        Assert.Contains(
            named, Assert.Throws<UsageException>(() => Read(arguments)).Message, StringComparison.Ordinal);

    private static MonitoredSettings Read(params string[] arguments) =>
        MonitoredSettings.Read(Given.Values(UpSettings.All, arguments), Home);
}
