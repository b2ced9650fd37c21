using Alys.Monitor.Drills;
using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Drills;

public sealed class StageConfigTests
{
    private static readonly StageTarget[] Targets =
    [
        new("alys", "a", Loopback.At(1001)), new("alys", "b", Loopback.At(1002)), new("node", "c", Loopback.At(1003)),
    ];

    [Fact]
    public async Task Promtool_takes_it()
    {
        using TemporaryHome home = new(withSharedTools: true);
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        PrometheusPackage package = await PrometheusPackage.EnsureAsync(home.Home, _ => { }, cancellation);
        foreach (string text in (string[])[Whole(), StageConfig.Render(new Pace(1), [], [Targets[0]], null, null)])
        {
            string path = home.Write("prometheus.yml", text);
            List<string> said = [];
            (int code, string errors) = await ToolRun.RunAsync(
                package.Promtool, ["check", "config", "--syntax-only", path], home.Root, said.Add, cancellation);
            Assert.True(code == 0, string.Join('\n', [text, .. said, errors]));
        }
    }

    [Fact]
    public void Targets_have_their_jobs_and_instances_and_only_what_is_drilled_goes_out()
    {
        string text = Whole();
        Assert.Equal(2, text.Split("job_name: ").Length - 1);
        Assert.Contains("[\"127.0.0.1:1002\"]\n        labels: {instance: b}", text, StringComparison.Ordinal);
        Assert.Contains("regex: One|Two\n", text, StringComparison.Ordinal);
        Assert.Contains("  scrape_interval: 750ms\n", text, StringComparison.Ordinal);
        Assert.Contains("job_name: node\n    scrape_interval: 750ms\n", text, StringComparison.Ordinal);
    }

    private static string Whole() =>
        StageConfig.Render(new Pace(20), ["/rules"], Targets, Loopback.At(1004), ["One", "Two"]);
}
