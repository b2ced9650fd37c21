using Alys.Monitor.Settings;

namespace Alys.Monitor.Tests.Settings;

public sealed class AlertingSettingsTests
{
    [Fact]
    public void By_default_the_parts_are_where_the_documents_say() => Assert.Equal(
        ["127.0.0.1:9093", "127.0.0.1:9100", "127.0.0.1:9095"], Read().Ports.Select(port => port.EndPoint.ToString()));

    [Fact]
    public void Options_change_each_of_them()
    {
        AlertingSettings settings =
            Read("--alertmanager-port", "1", "--node-exporter-port", "2", "--webhook-port", "3");
        Assert.Equal((1, 2, 3), (settings.Alertmanager.Port, settings.NodeExporter.Port, settings.Webhook.Port));
        Assert.Equal(
            ["--alertmanager-port", "--node-exporter-port", "--webhook-port"],
            settings.Ports.Select(port => port.Option));
    }

    [Theory]
    [InlineData("--alertmanager-port")]
    [InlineData("--node-exporter-port")]
    [InlineData("--webhook-port")]
    public void What_is_no_port_is_refused_by_name(string option) => Assert.Contains(
        $"{option}: '0'", Assert.Throws<UsageException>(() => Read(option, "0")).Message, StringComparison.Ordinal);

    private static AlertingSettings Read(params string[] arguments) =>
        AlertingSettings.Read(Given.Values(UpSettings.All, arguments));
}
