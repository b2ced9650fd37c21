using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Stack;

public sealed class PrometheusConfigTests
{
    private static readonly PrometheusTargets Nothing = new(Loopback.At(1001), Loopback.At(1090));

    private static readonly PrometheusTargets Everything = Nothing with
    {
        Migration = Loopback.At(1002),
        Alertmanager = Loopback.At(1093),
        NodeExporter = Loopback.At(1100),
    };

    private static readonly PrometheusTargets WithStore = Everything with
    {
        Store = new StoreTargets(Loopback.At(1428), Loopback.At(1880)),
    };

    [Fact]
    public void With_everything_a_few_values_of_the_committed_file_change_and_nothing_else()
    {
        string[] committed = Committed();
        string[] rendered = Render(Everything, TimeSpan.FromMilliseconds(500));
        Assert.Equal(committed.Length, rendered.Length);
        Assert.Equal(
            [
                "  scrape_interval: 500ms",
                "        - targets: [\"127.0.0.1:1093\"]",
                "    static_configs:",
                "      - {targets: [\"127.0.0.1:1001\"], labels: {instance: alys-main}}",
                "    static_configs:",
                "      - {targets: [\"127.0.0.1:1002\"], labels: {instance: alys-migration}}",
                "      - targets: [\"127.0.0.1:1090\"]",
                "      - targets: [\"127.0.0.1:1093\"]",
                "      - targets: [\"127.0.0.1:1100\"]",
            ],
            rendered.Where((line, i) => line != committed[i]));
    }

    [Fact]
    public void The_parts_of_what_does_not_run_are_left_out_and_the_rest_is_the_same()
    {
        string[] everything = Render(Everything, TimeSpan.FromSeconds(5));
        string[] rendered = Render(Nothing, TimeSpan.FromSeconds(5));
        Assert.Equal(
            ["  - job_name: alys", "  - job_name: prometheus"],
            rendered.Where(line => line.Contains("job_name", StringComparison.Ordinal)));
        Assert.DoesNotContain("alerting:", rendered);
        Assert.Empty(rendered.Except(everything));
    }

    [Fact]
    public void With_a_store_all_is_written_to_it_and_its_vmalert_evaluates_the_rules()
    {
        string[] everything = Render(Everything, TimeSpan.FromSeconds(5));
        string[] rendered = Render(WithStore, TimeSpan.FromSeconds(5));
        Assert.Equal(["rule_files:", "  - rules/*.yml"], everything.Except(rendered));
        Assert.Equal(
            [
                "remote_write:",
                "  - url: http://127.0.0.1:1428/api/v1/write",
                "    queue_config:",
                "      batch_send_deadline: 1s",
                "    write_relabel_configs:",
                "      - action: labeldrop",
                "        regex: monitor",
                "  - job_name: victoriametrics",
                "      - targets: [\"127.0.0.1:1428\"]",
                "  - job_name: vmalert",
                "      - targets: [\"127.0.0.1:1880\"]",
            ],
            rendered.Except(everything));
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(500, false)]
    [InlineData(5_000, true)]
    [InlineData(120_000, false)]
    public async Task Promtool_accepts_it(int scrapeMilliseconds, bool withEverything)
    {
        using TemporaryHome home = new(withSharedTools: true);
        PrometheusPackage package =
            await PrometheusPackage.EnsureAsync(home.Home, _ => { }, TestContext.Current.CancellationToken);
        string path = home.Write(
            "prometheus.yml",
            PrometheusConfig.Render(
                withEverything ? WithStore : Nothing, TimeSpan.FromMilliseconds(scrapeMilliseconds)));
        (int code, string errors) = await ToolRun.RunAsync(
            package.Promtool, ["check", "config", path], home.Root, _ => { }, TestContext.Current.CancellationToken);
        Assert.True(code == 0, errors);
    }

    private static string[] Committed() => Resources.Text("prometheus.yml").Split('\n');

    private static string[] Render(PrometheusTargets targets, TimeSpan interval) =>
        PrometheusConfig.Render(targets, interval).Split('\n');
}
