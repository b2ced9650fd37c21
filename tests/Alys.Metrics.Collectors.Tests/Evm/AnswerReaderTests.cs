using System.Text.Json;
using Alys.Metrics.Collectors.Evm;
using Alys.Metrics.Node;

namespace Alys.Metrics.Collectors.Tests.Evm;

public sealed class AnswerReaderTests
{
    private readonly AnswerReader _reader = new("http://node");

    [Fact]
    public void A_result_is_read()
    {
        Assert.Equal(7, _reader.Required(Result("7"), "m", json => json.GetInt32()));
        Assert.Equal(7, _reader.Optional(Result("7"), "m", json => json.GetInt32()));
        Assert.Empty(_reader.Failures);
    }

    [Fact]
    public void A_required_answer_that_is_an_error_tells_the_nodes_words()
    {
        var e = Assert.Throws<CollectorException>(() => _reader.Required(Error(-32000, "no db"), "eth_syncing", Bad));
        Assert.Equal(CollectorFailure.RpcError, e.Reason);
        Assert.Equal("http://node answered eth_syncing with error -32000: no db.", e.Message);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("\"\\ud800\"")]
    public void A_malformed_answer_is_refused_when_it_is_required_and_taken_down_when_not(string json)
    {
        var e = Assert.Throws<CollectorException>(() => _reader.Required(Result(json), "m", Bad));
        Assert.Equal(CollectorFailure.InvalidResponse, e.Reason);
        Assert.Empty(_reader.Failures);

        Assert.Null(_reader.Optional(Result(json), "m", Bad));
        Assert.Equal(new PartialFailure(CollectorFailure.InvalidResponse, e.Message), Assert.Single(_reader.Failures));
    }

    [Fact]
    public void The_same_failure_is_taken_down_once()
    {
        for (int i = 0; i < 64; i++) _reader.Optional(Error(-32000, "busy"), "eth_getBlockByNumber", Bad);
        _reader.Fail(CollectorFailure.InvalidResponse, "gave up");
        Assert.Equal(
            ["http://node answered eth_getBlockByNumber with error -32000: busy.", "http://node gave up."],
            _reader.Failures.Select(failure => failure.Message));
    }

    [Fact]
    public void A_method_that_the_node_lacks_is_no_failure()
    {
        Assert.Null(_reader.Optional(Error(-32601, "Method not found"), "txpool_status", Bad));
        Assert.Equal(["txpool_status"], _reader.MissingMethods);
        Assert.Empty(_reader.Failures);
    }

    private static JsonRpcAnswer Result(string json) => new(Parsed.Json(json), null);

    private static JsonRpcAnswer Error(long code, string message) => new(default, new JsonRpcError(code, message));

    private static string? Bad(JsonElement json) =>
        json.ValueKind == JsonValueKind.String ? json.GetString() : throw new FormatException("bad");
}
