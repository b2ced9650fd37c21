using System.Globalization;
using System.Text.Json;
using Alys.Metrics.Collectors.Evm;
using Microsoft.AspNetCore.Http;

namespace Alys.Metrics.Collectors.Tests.Evm;

/// <summary>A node that speaks JSON-RPC over real HTTP and whose every answer can be exchanged.</summary>
internal sealed class FakeNode : IAsyncDisposable
{
    public const string MethodNotFound = """{"code":-32601,"message":"Method not found"}""";

    private FakeNode(LoopbackServer server)
    {
        Server = server;
        Serve();
    }

    public LoopbackServer Server { get; }

    public TestChain Chain { get; set; } = new();

    /// <summary>What is answered, by method, as JSON.</summary>
    public Dictionary<string, string> Results { get; } = new()
    {
        ["eth_syncing"] = "false",
        ["eth_chainId"] = "\"0x7a69\"",
        ["web3_clientVersion"] = "\"fake/v1\"",
        ["txpool_status"] = """{"pending":"0x0","queued":"0x0"}""",
        ["net_peerCount"] = "\"0x3\"",
        ["admin_peers"] = "[]",
    };

    /// <summary>Errors instead of results, by method, as JSON.</summary>
    public Dictionary<string, string> Errors { get; } = [];

    /// <summary>Answers in the place of a block, by number, as a whole member: <c>"result":…</c> or
    /// <c>"error":…</c>.</summary>
    public Dictionary<long, string> Blocks { get; } = [];

    /// <summary>The most calls that are answered in one batch.</summary>
    public int BatchLimit { get; set; } = int.MaxValue;

    /// <summary>The methods of every batch, a list for each.</summary>
    public List<string[]> Batches { get; } = [];

    public static async Task<FakeNode> StartAsync(int port = 0) => new(await LoopbackServer.StartAsync(port));

    /// <summary>Answers again as a healthy node.</summary>
    public void Serve() => Server.Answer = AnswerAsync;

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private Task AnswerAsync(HttpContext context, string body)
    {
        using var batch = JsonDocument.Parse(body);
        JsonElement[] calls = [.. batch.RootElement.EnumerateArray()];
        Batches.Add([.. calls.Select(call => call.GetProperty("method").GetString()!)]);
        if (calls.Length > BatchLimit)
            return context.Response.WriteAsync("""[{"id":1,"error":{"code":-32600,"message":"batch too large"}}]""");

        IEnumerable<string> answers =
            calls.Select(call => $$"""{"id":{{call.GetProperty("id")}},{{MemberFor(call)}}}""");
        return context.Response.WriteAsync($"[{string.Join(',', answers.Reverse())}]");
    }

    private string MemberFor(JsonElement call)
    {
        string method = call.GetProperty("method").GetString()!;
        if (Errors.TryGetValue(method, out string? error)) return $"\"error\":{error}";
        if (Results.TryGetValue(method, out string? result)) return $"\"result\":{result}";
        if (method != "eth_getBlockByNumber") return $"\"error\":{MethodNotFound}";

        string which = call.GetProperty("params")[0].GetString()!;
        long number = which == "latest" ? Chain.Head.Number
            : long.Parse(which.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        if (which != "latest" && Blocks.TryGetValue(number, out string? member)) return member;
        return $"\"result\":{(number > Chain.Head.Number ? "null" : Json(Chain.Blocks[(int)number]))}";
    }

    private static string Json(ChainBlock block) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        {"number":"0x{{block.Number:x}}","hash":"0x{{block.Hash.High:x32}}{{block.Hash.Low:x32}}",
        "parentHash":"0x{{block.Parent.High:x32}}{{block.Parent.Low:x32}}",
        "timestamp":"0x{{block.Time.ToUnixTimeSeconds():x}}","gasUsed":"0x{{block.GasUsed:x}}",
        "gasLimit":"0x{{block.GasLimit:x}}","transactions":[{{Transactions(block)}}]}
        """);

    private static string Transactions(ChainBlock block) =>
        string.Join(',', Enumerable.Repeat("\"0x0\"", block.Transactions));
}
