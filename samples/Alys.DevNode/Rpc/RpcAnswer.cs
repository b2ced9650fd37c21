using System.Text.Json;
using Alys.Metrics.Node;

namespace Alys.DevNode.Rpc;

/// <summary>What a call came to.</summary>
internal sealed record RpcAnswer(RpcStatus Status, object? Result, int Code, string? Message)
{
    public static RpcAnswer Of(object? result) => new(RpcStatus.Success, result, 0, null);

    public static RpcAnswer Fail(int code, string message, RpcStatus status = RpcStatus.ClientError) =>
        new(status, null, code, message);

    public object ToBody(JsonElement? id) => Status == RpcStatus.Success
        ? new { jsonrpc = "2.0", id, result = Result }
        : new { jsonrpc = "2.0", id, error = new { code = Code, message = Message } };
}
