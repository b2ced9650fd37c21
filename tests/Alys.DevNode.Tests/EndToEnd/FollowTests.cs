using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Alys.DevNode.Tests.Fixtures;
using Alys.Monitor.Stack;

namespace Alys.DevNode.Tests.EndToEnd;

/// <summary>The chain of a real EVM node.</summary>
public sealed class FollowTests
{
    private const int Height = 8;

    [Fact]
    public async Task A_followed_chain_has_its_hashes_and_state_roots_and_its_reorgs_are_seen()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        string program = await AnvilPackage.EnsureAsync(Pair.SharedHome(), _ => { }, cancellation);
        var home = new AlysHome(folder.Of("home"));
        home.Create();
        IPEndPoint listen = FreeEndPoint();
        await using ChildProcess anvil =
            await AnvilNode.StartAsync(program, home, listen, TimeProvider.System, cancellation);
        var evm = new Uri($"http://{listen}");
        await using NodeProcess node = await NodeProcess.StartAsync(
            "--data-dir", folder.Of("data"), "--follow", evm.ToString(), "--slot-seconds", "1");
        await Eventually.HoldsAsync(
            async () => (await node.PageAsync())["alys_sync_current_height"] >= Height,
            TimeSpan.FromSeconds(60), "the node follows");

        JsonElement theirs = await CallAsync(evm, "eth_getBlockByNumber", "0x5", false);
        JsonElement ours = (await node.CallAsync("getblockbyheight", 5)).GetProperty("result");
        Assert.Equal(theirs.GetProperty("hash").GetString(), ours.GetProperty("hash").GetString());
        Assert.Equal(theirs.GetProperty("stateRoot").GetString(), ours.GetProperty("stateRoot").GetString());

        await CallAsync(evm, "anvil_reorg", 3, Array.Empty<object>());
        await Eventually.HoldsAsync(
            async () => await node.PageAsync() is var page && page["alys_chain_reorgs_total"] >= 1
                && page["alys_sync_state"] == 4,
            TimeSpan.FromSeconds(60), "the reorg is followed");

        await anvil.StopAsync();
        await using ChildProcess other =
            await AnvilNode.StartAsync(program, home, listen, TimeProvider.System, cancellation);
        await Eventually.HoldsAsync(
            async () => await OurHashAsync(node) == await TheirHashAsync(evm),
            TimeSpan.FromSeconds(90), "another chain in its place is followed from its beginning");
    }

    private static async Task<string?> TheirHashAsync(Uri evm)
    {
        JsonElement block = await CallAsync(evm, "eth_getBlockByNumber", "0x3", false);
        return block.ValueKind == JsonValueKind.Object ? block.GetProperty("hash").GetString() : "not yet";
    }

    private static async Task<string?> OurHashAsync(NodeProcess node) =>
        (await node.CallAsync("getblockbyheight", 3)).TryGetProperty("result", out JsonElement block)
            ? block.GetProperty("hash").GetString()
            : null;

    private static async Task<JsonElement> CallAsync(Uri url, string method, params object[] parameters)
    {
        using var http = new HttpClient();
        using HttpResponseMessage response = await http.PostAsJsonAsync(
            url, new { jsonrpc = "2.0", id = 1, method, @params = parameters }, TestContext.Current.CancellationToken);
        JsonElement answer = await response.Content.ReadFromJsonAsync<JsonElement>(
            TestContext.Current.CancellationToken);
        return answer.GetProperty("result");
    }

    private static IPEndPoint FreeEndPoint()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return (IPEndPoint)listener.LocalEndpoint;
    }
}
