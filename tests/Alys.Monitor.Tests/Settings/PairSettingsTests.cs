using Alys.Monitor.Settings;

namespace Alys.Monitor.Tests.Settings;

public sealed class PairSettingsTests
{
    [Fact]
    public void By_default_v1_and_v2_are_where_the_documents_say()
    {
        PairSettings settings = Read();
        Assert.Equal("127.0.0.1:9001", settings.Main.ToString());
        Assert.Equal("127.0.0.1:9011", settings.MainRpc.ToString());
        Assert.Equal("127.0.0.1:9002", settings.Migration.ToString());
        Assert.Equal("127.0.0.1:9012", settings.MigrationRpc.ToString());
        Assert.Equal(TimeSpan.FromMinutes(2), settings.PhaseTime);
        Assert.Equal(1, settings.Seed);
    }

    [Fact]
    public void Options_change_each_of_them()
    {
        PairSettings settings = Read(
            "--listen", "localhost:1", "--rpc-port", "2", "--migration-port", "3", "--migration-rpc-port", "4",
            "--phase-time", "500ms", "--seed", "7");
        Assert.Equal("127.0.0.1:1", settings.Main.ToString());
        Assert.Equal([1, 2, 3, 4], settings.Ports.Select(port => port.EndPoint.Port));
        Assert.Equal(
            ["--listen", "--rpc-port", "--migration-port", "--migration-rpc-port"],
            settings.Ports.Select(port => port.Option));
        Assert.Equal(TimeSpan.FromMilliseconds(500), settings.PhaseTime);
        Assert.Equal(7, settings.Seed);
    }

    [Theory]
    [InlineData("--phase-time: '25h' is out of range", "--phase-time", "25h")]
    [InlineData("--seed: '-1'", "--seed", "-1")]
    [InlineData("--migration-port: '0'", "--migration-port", "0")]
    [InlineData("listens nowhere else", "--listen", "0.0.0.0:9001")]
    [InlineData("--process-name is for the monitor", "--process-name", "geth")]
    [InlineData("--pid is for the monitor", "--pid", "1")]
    [InlineData("--interval is for the monitor", "--interval", "1s")]
    [InlineData("--data-dir is for the monitor", "--data-dir", "/")]
    public void What_the_pair_has_no_use_for_is_refused_by_name(string named, params string[] arguments) =>
        Assert.Contains(
            named, Assert.Throws<UsageException>(() => Read(arguments)).Message, StringComparison.Ordinal);

    private static PairSettings Read(params string[] arguments) =>
        PairSettings.Read(Given.Values(UpSettings.All, arguments));
}
