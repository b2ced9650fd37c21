using System.Text.Json;
using Alys.Checks;
using Alys.Monitor.Checking;
using Alys.Monitor.Commands;
using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;
using Alys.Monitor.Tests.Runbooks;

namespace Alys.Monitor.Tests.Commands;

public sealed class CheckCommandTests : IDisposable
{
    private const string Rules =
        """
        groups:
          - name: case
            rules:
              - record: instance:sync_behind:blocks
                expr: alys_sync_blocks_behnd
        """;

    private readonly TemporaryHome _home = new();

    public void Dispose() => _home.Dispose();

    /// <summary>Rules, dashboards, routes, runbooks and the catalog of this repository agree.</summary>
    [Fact]
    public async Task The_repository_is_clean()
    {
        (int code, string output, string errors) = await MonitorProcess.RunAsync(
            "check", Path.Combine(Shelf.Root, "monitoring"), Path.Combine(Shelf.Root, "docs", "runbooks"));
        Assert.Equal("", errors);
        Assert.EndsWith(": no problem\n", output, StringComparison.Ordinal);
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task A_problem_is_shown_with_its_place_its_line_a_mark_and_what_to_do()
    {
        (int code, string output, string errors) = await CheckAsync();
        Assert.Equal(1, code);
        Assert.Equal("", errors);
        Assert.Contains(
            """
            rules.yml:5:15: there is no metric alys_sync_blocks_behnd [promql/unknown-metric]
                      expr: alys_sync_blocks_behnd
                            ^^^^^^^^^^^^^^^^^^^^^^
              Is one of these meant: alys_sync_blocks_behind, alys_sync_blocks_per_second?

            """,
            output, StringComparison.Ordinal);
        Assert.EndsWith(
            "1 rules, 0 dashboards, 0 runbooks, 1 queries: 1 problem(s)\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_get_json_sarif_or_the_commands_of_github()
    {
        using (JsonDocument json = JsonDocument.Parse((await CheckAsync("--format", "json")).Output))
        {
            Assert.Equal(
                ["promql/unknown-metric"],
                json.RootElement.EnumerateArray().Select(one => one.GetProperty("check").GetString()));
        }

        using (JsonDocument sarif = JsonDocument.Parse((await CheckAsync("--format", "sarif")).Output))
        {
            Assert.Equal("2.1.0", sarif.RootElement.GetProperty("version").GetString());
            Assert.Equal(1, sarif.RootElement.GetProperty("runs")[0].GetProperty("results").GetArrayLength());
        }

        Assert.Contains(
            ",line=5,col=15,title=promql/unknown-metric::there is no metric alys_sync_blocks_behnd. Is ",
            (await CheckAsync("--format", "github")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_dialect_can_be_that_of_Prometheus_3()
    {
        string file = _home.Write("rules.yml", "groups: [{name: a, rules: [{alert: A, expr: 'rate(x[300]) > 5m'}]}]");
        (_, string two, _) = await MonitorProcess.RunAsync("check", file);
        Assert.Contains("[promql/syntax]", two, StringComparison.Ordinal);
        (_, string three, _) = await MonitorProcess.RunAsync("check", file, "--promql", "3");
        Assert.DoesNotContain("[promql/syntax]", three, StringComparison.Ordinal);
        Assert.Contains("there is no metric x", three, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--promql: '4' is none of 2, 3", "--promql", "4")]
    [InlineData("--format: 'xml' is none of text, json, sarif, github", "--format", "xml")]
    [InlineData("there is no file and no folder nowhere", "nowhere")]
    [InlineData("unknown option -a.yml of check", "-a.yml")]
    [InlineData("there is no file and no folder -a.yml", "--", "-a.yml")]
    [InlineData("/dev/zero has more than 100 MB", "/dev/zero")]
    public async Task Bad_use_is_said_in_one_line(string said, params string[] arguments)
    {
        (int code, string output, string errors) = await MonitorProcess.RunAsync(["check", .. arguments]);
        Assert.Equal(2, code);
        Assert.Equal("", output);
        Assert.Contains(said, Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_stops_it_is_not_told_that_all_is_well()
    {
        (int code, _) = await ToolRun.RunAsync(
            "mkfifo", ["a.yml"], _home.Root, _ => { }, TestContext.Current.CancellationToken);
        Assert.Equal(0, code);
        string pipe = _home.PathOf("a.yml");
        using CancellationTokenSource stop = new();
        using StringWriter output = new();
        Task<int> run = CheckCommand.RunAsync([pipe], "text", new LiveSources([], []), output, stop.Token);
        await stop.CancelAsync();
        UsageException said = await Assert.ThrowsAsync<UsageException>(() => run);
        Assert.Equal("stopped before all was checked", said.Message);
        Assert.Equal("", output.ToString());
        // Whoever waits for the pipe still is let go.
        File.Open(pipe, FileMode.Open, FileAccess.ReadWrite).Dispose();
    }

    [Fact]
    public async Task All_checks_are_listed()
    {
        (int code, string output, _) = await MonitorProcess.RunAsync("check", "--list");
        Assert.Equal(0, code);
        Assert.Equal(
            AllChecks.List.Select(check => check.Id), output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private Task<(int ExitCode, string Output, string Errors)> CheckAsync(params string[] arguments)
    {
        string file = Path.Combine(_home.Root, "rules.yml");
        File.WriteAllText(file, Rules);
        return MonitorProcess.RunAsync(["check", file, .. arguments]);
    }
}
