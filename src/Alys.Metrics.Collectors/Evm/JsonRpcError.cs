using System.Text.Json;

namespace Alys.Metrics.Collectors.Evm;

/// <summary>What a node gave as the reason for not answering a call.</summary>
internal sealed record JsonRpcError(long Code, string Message)
{
    private const long InvalidRequest = -32600;
    private const long MethodNotFound = -32601;
    private const long MethodNotEnabled = -32604;

    /// <summary>Whether the node has no such method, or does not offer it here: asking again is of no use until it is
    /// configured otherwise.</summary>
    /// <remarks><b>Source:</b> JSON-RPC 2.0, section 5.1 (-32601); Besu's <c>RpcErrorType.METHOD_NOT_ENABLED</c>
    /// (-32604); Nethermind's <c>JsonRpcService</c> (-32600, "is found but the namespace … is disabled").</remarks>
    public bool MethodMissing => Code is MethodNotFound or MethodNotEnabled
        || (Code == InvalidRequest && Message.Contains("is disabled", StringComparison.Ordinal));

    /// <summary>Whether the node refused the batch as such: geth answers one that is too large with this code on its
    /// first call alone.</summary>
    public bool RefusesBatch => Code == InvalidRequest;

    /// <summary>Reads an <c>error</c> member, whatever is in it.</summary>
    public static JsonRpcError Read(JsonElement error)
    {
        if (error.ValueKind != JsonValueKind.Object) return new JsonRpcError(0, NodeText.Clean(error.GetRawText()));
        long code = error.TryGetProperty("code", out JsonElement number) && number.ValueKind == JsonValueKind.Number
            && number.TryGetInt64(out long value) ? value : 0;
        string? message = error.TryGetProperty("message", out JsonElement text) ? NodeText.Read(text) : null;
        return new JsonRpcError(code, message ?? "no message");
    }

    public override string ToString() => $"error {Code}: {Message}";
}
