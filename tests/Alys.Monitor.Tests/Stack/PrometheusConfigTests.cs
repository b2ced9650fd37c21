using System.Net;
using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Stack;

public sealed class PrometheusConfigTests
{
    private static readonly IPEndPoint Monitor = new(IPAddress.Loopback, 1001);
    private static readonly IPEndPoint Server = new(IPAddress.Loopback, 1090);

    [Fact]
    public void Three_values_of_the_committed_file_change_and_nothing_else()
    {
        string[] committed = Resources.Text("prometheus.yml").Split('\n');
        string[] rendered = PrometheusConfig.Render(Monitor, Server, TimeSpan.FromMilliseconds(500)).Split('\n');
        Assert.Equal(
            [
                "  scrape_interval: 500ms", "      - targets: [\"127.0.0.1:1001\"]",
                "      - targets: [\"127.0.0.1:1090\"]",
            ],
            rendered.Except(committed));
        Assert.Equal(committed.Length, rendered.Length);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(500)]
    [InlineData(5_000)]
    [InlineData(120_000)]
    public async Task Promtool_accepts_it(int scrapeMilliseconds)
    {
        using TemporaryHome home = new(withSharedTools: true);
        PrometheusPackage package =
            await PrometheusPackage.EnsureAsync(home.Home, _ => { }, TestContext.Current.CancellationToken);
        string path = home.Write(
            "prometheus.yml", PrometheusConfig.Render(Monitor, Server, TimeSpan.FromMilliseconds(scrapeMilliseconds)));
        (int code, string errors) = await ToolRun.RunAsync(
            package.Promtool, ["check", "config", path], home.Root, _ => { }, TestContext.Current.CancellationToken);
        Assert.True(code == 0, errors);
    }
}
