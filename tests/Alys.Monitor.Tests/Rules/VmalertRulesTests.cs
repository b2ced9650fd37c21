using Alys.Monitor.Rules;
using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Rules;

public sealed class VmalertRulesTests : IDisposable
{
    private const string Start =
        """
        groups:
          - name: test
            rules:
              - record: one:two
                expr: keep

        """;

    private readonly TemporaryHome _home = new(withSharedTools: true);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("changes(up[15m]) > 4", "changes(up[15m]) > 4")]
    [InlineData("'increase(x{a=\"it''s\"}[1m]) > 0'", "increase(x{a=\"it's\"}[1m]) > 0")]
    [InlineData("|-\n          a > 0\n          or\n            b > 0", "a > 0\n          or\n            b > 0")]
    public void What_keeps_firing_is_asked_whether_it_held_at_any_evaluation_of_that_time(string given, string asked) =>
        Assert.Equal(
            Start
                + "      - alert: A\n        expr: |-\n          last_over_time((\n"
                + $"          {asked}\n          )[5m:5s])\n        labels:\n          severity: info\n"
                + "      - alert: B\n        expr: c\n        for: 1m\n",
            VmalertRules.Render(
                Start
                    + $"      - alert: A\n        expr: {given}\n        keep_firing_for: 5m\n        labels:\n"
                    + "          severity: info\n      - alert: B\n        expr: c\n        for: 1m\n"));

    [Fact]
    public void An_alert_that_waits_and_keeps_firing_is_refused_by_name()
    {
        UsageException refused = Assert.Throws<UsageException>(() => VmalertRules.Render(
            Start + "      - alert: Both\n        expr: c\n        for: 1m\n        keep_firing_for: 5m\n"));
        Assert.Contains("Both has both for and keep_firing_for", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_interval_is_that_of_the_committed_configuration() => Assert.Contains(
        $"evaluation_interval: {VmalertRules.Interval}\n", Resources.Text("prometheus.yml"), StringComparison.Ordinal);

    [Fact]
    public async Task Vmalert_takes_all_that_we_ship_and_Prometheus_as_well()
    {
        string pattern = await VmalertRules.WriteAsync(_home.Root, Cancellation);
        string[] files = Directory.GetFiles(Path.GetDirectoryName(pattern)!);
        Assert.Equal(RuleFiles.Names.Select(Path.GetFileName), files.Select(Path.GetFileName).Order());
        VictoriaMetricsPackage package = await VictoriaMetricsPackage.EnsureAsync(_home.Home, _ => { }, Cancellation);
        (int code, string errors) = await ToolRun.RunAsync(
            package.Vmalert, ["-dryRun", "-rule=" + pattern], _home.Root, _ => { }, Cancellation);
        Assert.True(code == 0, errors);

        // promtool says where a rule is wrong on its standard output.
        PrometheusPackage prometheus = await PrometheusPackage.EnsureAsync(_home.Home, _ => { }, Cancellation);
        List<string> said = [];
        (code, _) = await ToolRun.RunAsync(
            prometheus.Promtool, ["check", "rules", .. files], _home.Root, said.Add, Cancellation);
        Assert.True(code == 0, string.Join('\n', said));
    }

    public void Dispose() => _home.Dispose();
}
