using Alys.Monitor.Settings;

namespace Alys.Monitor.Tests.Settings;

public sealed class StoreSettingsTests
{
    [Theory]
    [InlineData]
    [InlineData("--store", "prometheus")]
    public void By_default_there_is_none_but_Prometheus(params string[] arguments) => Assert.Null(Read(arguments));

    [Fact]
    public void VictoriaMetrics_and_vmalert_are_where_the_documents_say() => Assert.Equal(
        ["127.0.0.1:8428", "127.0.0.1:8880"],
        Read("--store", "victoriametrics")!.Ports.Select(port => port.EndPoint.ToString()));

    [Fact]
    public void Options_change_each_port()
    {
        StoreSettings settings = Read("--store", "victoriametrics", "--store-port", "1", "--vmalert-port", "2")!;
        Assert.Equal((1, 2), (settings.Store.Port, settings.Vmalert.Port));
        Assert.Equal(["--store-port", "--vmalert-port"], settings.Ports.Select(port => port.Option));
    }

    [Theory]
    [InlineData("--store: 'thanos' is no store: choose prometheus or victoriametrics", "--store", "thanos")]
    [InlineData("--store-port is of use with --store victoriametrics only", "--store-port", "1")]
    [InlineData("--vmalert-port is of use with", "--store", "prometheus", "--vmalert-port", "1")]
    [InlineData("--store-port: '0'", "--store", "victoriametrics", "--store-port", "0")]
    public void What_is_wrong_is_refused_by_name(string said, params string[] arguments) => Assert.Contains(
        said, Assert.Throws<UsageException>(() => Read(arguments)).Message, StringComparison.Ordinal);

    private static StoreSettings? Read(params string[] arguments) =>
        StoreSettings.Read(Given.Values(UpSettings.All, arguments));
}
