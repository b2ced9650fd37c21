using System.Net;
using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Stack;

public sealed class PrometheusConfigTests
{
    private static readonly IPEndPoint Main = new(IPAddress.Loopback, 1001);
    private static readonly IPEndPoint Migration = new(IPAddress.Loopback, 1002);
    private static readonly IPEndPoint Server = new(IPAddress.Loopback, 1090);

    [Fact]
    public void With_a_migration_four_values_of_the_committed_file_change_and_nothing_else()
    {
        string[] committed = Committed();
        string[] rendered = Render(Migration, TimeSpan.FromMilliseconds(500)).Split('\n');
        Assert.Equal(
            [
                "  scrape_interval: 500ms", "      - targets: [\"127.0.0.1:1001\"]",
                "      - targets: [\"127.0.0.1:1002\"]", "      - targets: [\"127.0.0.1:1090\"]",
            ],
            rendered.Except(committed));
        Assert.Equal(committed.Length, rendered.Length);
    }

    [Fact]
    public void Without_a_migration_its_job_is_left_out_and_the_rest_is_the_same()
    {
        string[] committed = Committed();
        string[] rendered = Render(null, TimeSpan.FromSeconds(5)).Split('\n');
        string[] job =
        [
            "  - job_name: alys-migration", "    sample_limit: 10000", "    label_limit: 16", "    body_size_limit: 16MB",
            "    static_configs:", "      - targets: [\"127.0.0.1:9002\"]", "        labels:", "          instance: alys-migration", "",
        ];
        int at = Array.IndexOf(committed, job[0]);
        Assert.Equal(job, committed[at..(at + job.Length)]);
        Assert.Equal(
            ["  scrape_interval: 5s", "      - targets: [\"127.0.0.1:1001\"]", "      - targets: [\"127.0.0.1:1090\"]"],
            rendered.Except(committed));
        Assert.Equal(committed.Length - job.Length, rendered.Length);
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(500, false)]
    [InlineData(5_000, true)]
    [InlineData(120_000, false)]
    public async Task Promtool_accepts_it(int scrapeMilliseconds, bool withMigration)
    {
        using TemporaryHome home = new(withSharedTools: true);
        PrometheusPackage package =
            await PrometheusPackage.EnsureAsync(home.Home, _ => { }, TestContext.Current.CancellationToken);
        string path = home.Write(
            "prometheus.yml",
            Render(withMigration ? Migration : null, TimeSpan.FromMilliseconds(scrapeMilliseconds)));
        (int code, string errors) = await ToolRun.RunAsync(
            package.Promtool, ["check", "config", path], home.Root, _ => { }, TestContext.Current.CancellationToken);
        Assert.True(code == 0, errors);
    }

    private static string[] Committed() => Resources.Text("prometheus.yml").Split('\n');

    private static string Render(IPEndPoint? migration, TimeSpan interval) =>
        PrometheusConfig.Render(Main, migration, Server, interval);
}
