using Alys.DevNode.Tests.Fixtures;

namespace Alys.DevNode.Tests.EndToEnd;

/// <summary>Data that a crash, a disk or a second node would spoil.</summary>
public sealed class DamageTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly string[] Quick = ["--slot-seconds", "0.5", "--history", "120"];

    [Fact]
    public async Task A_second_node_on_the_same_data_is_refused()
    {
        using var folder = new TemporaryFolder();
        await using NodeProcess node = await NodeProcess.StartAsync([.. Quick, "--data-dir", folder.Path]);
        (int code, string errors) = await NodeProcess.RunAsync(
            [.. Quick, "--data-dir", folder.Path, "--rpc-port", "0", "--metrics-port", "0"]);
        Assert.Equal(2, code);
        Assert.Contains("is in use by another node", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damaged_blocks_checkpoints_and_migration_are_made_good()
    {
        using var folder = new TemporaryFolder();
        string[] arguments = [.. Quick, "--data-dir", folder.Path, "--migrate", "--phase-seconds", "20"];
        await using (NodeProcess node = await NodeProcess.StartAsync(arguments)) await SyncedAsync(node);
        foreach (string state in Directory.EnumerateFiles(folder.Of("checkpoints"))) Flip(state, 80);
        Flip(Directory.EnumerateFiles(folder.Of("blocks")).First(), 3_000);
        File.WriteAllText(folder.Of("migration.json"), "{ half");

        await using NodeProcess again = await NodeProcess.StartAsync(arguments);
        await SyncedAsync(again);
        Assert.Contains("migration.json", again.Errors, StringComparison.Ordinal);
        Assert.True(File.Exists(folder.Of("migration.json.broken")));
    }

    [Fact]
    public async Task A_node_that_measures_nothing_does_the_same_work()
    {
        using var folder = new TemporaryFolder();
        await using NodeProcess node =
            await NodeProcess.StartAsync([.. Quick, "--data-dir", folder.Path, "--no-metrics"]);
        await Eventually.HoldsAsync(
            async () => (await node.CallAsync("getblockbyheight", 100)).TryGetProperty("result", out _),
            Patience, "it has blocks");
    }

    private static Task SyncedAsync(NodeProcess node) => Eventually.HoldsAsync(
        async () => await node.PageAsync() is var page && page["alys_sync_state"] == 4
            && page["alys_sync_current_height"] > 110,
        Patience, "the node is synced");

    private static void Flip(string path, int position)
    {
        byte[] content = File.ReadAllBytes(path);
        content[Math.Min(position, content.Length - 1)] ^= 1;
        File.WriteAllBytes(path, content);
    }
}
