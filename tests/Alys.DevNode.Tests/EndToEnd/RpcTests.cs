using System.Net;
using System.Text.Json;
using Alys.DevNode.Tests.Fixtures;

namespace Alys.DevNode.Tests.EndToEnd;

[Collection(OnePair.Name)]
public sealed class RpcTests(Pair pair)
{
    [Fact]
    public async Task Both_nodes_have_the_same_blocks()
    {
        JsonElement v1 = (await pair.V1.CallAsync("getblockbyheight", 20)).GetProperty("result");
        JsonElement v2 = (await pair.V2.CallAsync("getblockbyheight", 20)).GetProperty("result");
        Assert.Equal(v1.GetProperty("hash").GetString(), v2.GetProperty("hash").GetString());
        Assert.Equal(v1.GetProperty("stateRoot").GetString(), v2.GetProperty("stateRoot").GetString());
        string hash = v1.GetProperty("hash").GetString()!;
        JsonElement byHash = (await pair.V2.CallAsync("getblockbyhash", hash)).GetProperty("result");
        Assert.Equal(20, byHash.GetProperty("height").GetInt64());
    }

    [Theory]
    [InlineData("createauxblock")]
    [InlineData("getdepositaddress")]
    [InlineData("getheadblock")]
    [InlineData("getqueuedpow")]
    public async Task A_method_of_v1_answers(string method) =>
        Assert.True((await pair.V2.CallAsync(method)).TryGetProperty("result", out _));

    [Theory]
    [InlineData("getblockbyheight", -32602)]
    [InlineData("getblockbyhash", -32602)]
    [InlineData("submitauxblock", -32602)]
    [InlineData("eth_mining", -32601)]
    public async Task Bad_calls_are_errors(string method, int code) => Assert.Equal(
        code, (await pair.V2.CallAsync(method)).GetProperty("error").GetProperty("code").GetInt32());

    [Fact]
    public async Task A_page_of_a_browser_is_refused()
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(pair.V2.Rpc, "faults/crash"));
        request.Headers.Add("Origin", "http://evil.example");
        using HttpResponseMessage response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("faults/no-such-fault", HttpStatusCode.NotFound, "sync-stalled")]
    [InlineData("faults/sync-stalled?seconds=0", HttpStatusCode.BadRequest, "from 1 to 3600")]
    [InlineData("faults/sync-stalled?seconds=x", HttpStatusCode.BadRequest, "from 1 to 3600")]
    public async Task A_fault_that_is_none_is_told(string path, HttpStatusCode status, string said)
    {
        using var http = new HttpClient();
        using HttpResponseMessage response = await http.PostAsync(
            new Uri(pair.V2.Rpc, path), null, TestContext.Current.CancellationToken);
        Assert.Equal(status, response.StatusCode);
        Assert.Contains(
            said, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task V1_says_nothing_of_actors_and_migration()
    {
        ScrapedPage page = await pair.V1.PageAsync();
        Assert.Equal(4, page["alys_sync_state"]);
        Assert.Equal(0, page.Sum("alys_actor_messages_total"));
        Assert.Equal(0, page.Sum("alys_migration_operations_total"));
    }
}
