using System.Globalization;
using System.Text;
using System.Text.Json;
using Alys.Monitor.Settings;
using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Commands;

/// <summary>What <c>gate</c> says when there is nothing to judge by; EndToEnd/GateTests has the rest.</summary>
public sealed class GateCommandTests
{
    [Fact]
    public async Task Help_names_every_setting()
    {
        (_, string output, _) = await MonitorProcess.RunAsync("gate", "--help");
        Assert.All(GateSettings.All, setting => Assert.Contains(setting.OptionName, output, StringComparison.Ordinal));
    }

    [Fact]
    public Task Without_a_Prometheus_nobody_can_tell() =>
        CannotTellAsync($"http://{FreePorts.Next()}", "does not answer");

    [Fact]
    public async Task What_is_no_Prometheus_says_nothing()
    {
        await using StaticPages pages =
            await StaticPages.StartAsync(("/api/v1/query", "application/json", "{\"status\": 3}"u8.ToArray()));
        await CannotTellAsync($"http://{pages.Endpoint}", "does not answer as Prometheus does");
    }

    [Fact]
    public async Task One_node_is_judged_not_none_and_not_two()
    {
        await using StaticPages none = await AnsweringAsync("");
        await CannotTellAsync($"http://{none.Endpoint}", "has no target {job=\"alys-migration\"}: say which");
        await using StaticPages two =
            await AnsweringAsync("{\"metric\": {}, \"value\": [1, \"2\"]}");
        await CannotTellAsync($"http://{two.Endpoint}", "2 targets are {job=\"alys-migration\"}: say which one with");
    }

    [Fact]
    public async Task Values_that_are_old_and_values_that_are_missing_never_pass()
    {
        long old = TimeProvider.System.GetUtcNow().AddSeconds(-100).ToUnixTimeMilliseconds();
        string page = string.Create(CultureInfo.InvariantCulture, $"alys_migration_phase 1 {old}\n");
        await using StaticPages node =
            await StaticPages.StartAsync(("/metrics", "text/plain; version=0.0.4", Encoding.UTF8.GetBytes(page)));
        await using RealPrometheus prometheus = await RealPrometheus.StartAsync(listen => PrometheusConfig.Render(
            new PrometheusTargets(FreePorts.Next(), listen) { Migration = node.Endpoint }, TimeSpan.FromSeconds(1)));

        await Eventually.HoldsAsync(
            async () => await prometheus.QueryAsync("alys_migration_phase") is not null,
            Eventually.Patience, "the page was scraped", () => "");
        (int code, string output, string errors) =
            await MonitorProcess.RunAsync("gate", "1", "--prometheus", prometheus.Url.ToString(), "--window", "10s");

        Assert.Equal("", errors);
        Assert.Equal(2, code);
        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Matches(
            @"^unknown  data +seconds since the newest value +1\d\d\S* +<= 45 +it is 1\d\d\S* s old: is ",
            Line(lines, "data"));
        Assert.StartsWith("ok ", Line(lines, "phase"), StringComparison.Ordinal);
        foreach (string name in (string[])["rules", "errors", "rollbacks", "restarts", "head", "speed", "divergence"])
            Assert.StartsWith("unknown ", Line(lines, name), StringComparison.Ordinal);
        Assert.StartsWith("CANNOT TELL whether phase actor_core (1) may go on", lines[^1], StringComparison.Ordinal);
    }

    private static string Line(string[] lines, string name) =>
        Assert.Single(lines, line => line[7..].StartsWith($"  {name} ", StringComparison.Ordinal));

    private static Task<StaticPages> AnsweringAsync(string samples) => StaticPages.StartAsync((
        "/api/v1/query", "application/json",
        Encoding.UTF8.GetBytes(
            "{\"status\": \"success\", \"data\": {\"resultType\": \"vector\", \"result\": [" + samples + "]}}")));

    private static async Task CannotTellAsync(string prometheus, string said)
    {
        string[] arguments = ["gate", "actor-core", "--prometheus", prometheus];
        (int code, string output, string errors) = await MonitorProcess.RunAsync(arguments);
        Assert.Equal(2, code);
        Assert.Equal("", output);
        Assert.Contains(said, Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal);

        (code, output, _) = await MonitorProcess.RunAsync([.. arguments, "--json"]);
        Assert.Equal(2, code);
        using JsonDocument json = JsonDocument.Parse(output);
        Assert.Equal("unknown", json.RootElement.GetProperty("verdict").GetString());
        Assert.Contains(said, json.RootElement.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }
}
