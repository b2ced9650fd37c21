using Alys.Monitor.Settings;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Commands;

public sealed class FaultCommandTests
{
    [Fact]
    public async Task Help_names_every_setting()
    {
        (_, string output, _) = await MonitorProcess.RunAsync("fault", "--help");
        Assert.All(FaultSettings.All, setting => Assert.Contains(setting.OptionName, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_name_all_are_listed_and_the_active_ones_marked()
    {
        await using FakeNode node = await FakeNode.StartAsync();
        string on = await FineAsync(node, "sync-stalled", "--for", "60s");
        Assert.Equal("sync-stalled is on for 60 s: No block is imported.\n", on);

        string[] lines = (await FineAsync(node)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            [
                "peers-gone               All peers leave.",
                "sync-stalled             ON for 60 s. No block is imported.",
            ],
            lines);

        Assert.Equal("sync-stalled is off.\n", await FineAsync(node, "sync-stalled", "--stop"));
    }

    [Theory]
    [InlineData("sync-staled", "near are sync-stalled")]
    [InlineData("nonsense", "lists all 2")]
    public async Task An_unknown_name_is_bad_use_with_what_may_have_been_meant(string name, string said)
    {
        await using FakeNode node = await FakeNode.StartAsync();
        (int code, string output, string errors) = await RunAsync(node, name);
        Assert.Equal(2, code);
        Assert.Equal("", output);
        Assert.Contains(said, Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_node_answers_that_is_said_in_one_line()
    {
        (int code, string output, string errors) = await MonitorProcess.RunAsync(
            "fault", "crash", "--node", $"http://{FreePorts.Next()}");
        Assert.Equal(1, code);
        Assert.Equal("", output);
        Assert.Contains("no node answers", Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal);
    }

    private static async Task<string> FineAsync(FakeNode node, params string[] arguments)
    {
        (int code, string output, string errors) = await RunAsync(node, arguments);
        Assert.Equal("", errors);
        Assert.Equal(0, code);
        return output;
    }

    private static Task<(int ExitCode, string Output, string Errors)> RunAsync(
        FakeNode node, params string[] arguments) =>
        MonitorProcess.RunAsync(["fault", .. arguments, "--node", node.Url.ToString()]);
}
