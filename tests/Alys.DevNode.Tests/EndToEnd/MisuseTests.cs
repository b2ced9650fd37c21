using Alys.DevNode.Tests.Fixtures;

namespace Alys.DevNode.Tests.EndToEnd;

public sealed class MisuseTests
{
    [Theory]
    [InlineData("--mode v3", "--mode is 'v3'; it must be v1 or v2")]
    [InlineData("--mode v1 --migrate", "--migrate is for --mode v2")]
    [InlineData("--migrate --no-metrics", "exclude each other")]
    [InlineData("--slot-seconds 0", "--slot-seconds is 0; it must be from 0.1 to 600")]
    [InlineData("--load -1", "--load is -1; it must be from 0 to 10000")]
    [InlineData("--rpc-port 70000", "--rpc-port is 70000")]
    [InlineData("--history many", "--history")]
    [InlineData("--follow node", "--follow is 'node'; it must be an http or https URL")]
    [InlineData("--countries missing.mmdb", "missing.mmdb")]
    [InlineData("--what", "--what")]
    public async Task Bad_use_is_one_line_and_exit_code_2(string arguments, string said)
    {
        using var folder = new TemporaryFolder();
        (int code, string errors) = await NodeProcess.RunAsync([.. arguments.Split(' '), "--data-dir", folder.Path]);
        Assert.Equal(2, code);
        Assert.Contains(said, errors, StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Data_of_another_network_is_refused_and_kept()
    {
        using var folder = new TemporaryFolder();
        await using (NodeProcess node = await NodeProcess.StartAsync("--data-dir", folder.Path, "--history", "10"))
            await node.PageAsync();
        (int code, string errors) = await NodeProcess.RunAsync("--data-dir", folder.Path, "--seed", "2");
        Assert.Equal(2, code);
        Assert.Contains("holds the chain of another network (seed 1", errors, StringComparison.Ordinal);
        Assert.True(Directory.Exists(folder.Of("blocks")));
    }

    [Fact]
    public async Task A_port_in_use_is_said_in_a_line()
    {
        using var folder = new TemporaryFolder();
        await using NodeProcess node = await NodeProcess.StartAsync("--data-dir", folder.Of("a"), "--history", "10");
        (int code, string errors) = await NodeProcess.RunAsync(
            "--data-dir", folder.Of("b"), "--rpc-port", $"{node.Rpc.Port}", "--metrics-port", "0");
        Assert.Equal(2, code);
        Assert.Contains($"{node.Rpc.Port}", errors, StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd().Split('\n'));
    }
}
