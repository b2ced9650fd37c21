using Alys.Metrics.Collectors.Evm;

namespace Alys.Metrics.Collectors.Tests.Evm;

public sealed class JsonRpcErrorTests
{
    [Theory]
    [InlineData(-32601, "the method txpool_status does not exist/is not available", true)]
    [InlineData(-32604, "Method not enabled", true)]
    [InlineData(-32600, "The method 'admin_peers' is found but the namespace 'Admin' is disabled for http://x.", true)]
    [InlineData(-32600, "Invalid request", false)]
    [InlineData(-32000, "is disabled for now", false)]
    [InlineData(-32603, "Internal error", false)]
    public void A_missing_method_is_told_from_other_errors(long code, string message, bool missing) =>
        Assert.Equal(missing, new JsonRpcError(code, message).MethodMissing);

    [Theory]
    [InlineData("""{"code":-32000,"message":"no\nluck"}""", -32000, "no luck")]
    [InlineData("""{"code":-32000,"message":null}""", -32000, "no message")]
    [InlineData("""{"code":"-32000","message":"text"}""", 0, "text")]
    [InlineData("""{"code":1e99}""", 0, "no message")]
    [InlineData("\"just text\"", 0, "\"just text\"")]
    public void Whatever_a_node_sends_as_an_error_is_read(string json, long code, string message) =>
        Assert.Equal(new JsonRpcError(code, message), JsonRpcError.Read(Parsed.Json(json)));
}
