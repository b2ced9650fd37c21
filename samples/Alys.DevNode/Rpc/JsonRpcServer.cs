using System.Diagnostics;
using System.Text.Json;
using Alys.DevNode.Faults;
using Alys.DevNode.Hosting;
using Alys.Metrics.Node;
using Microsoft.AspNetCore.Http;

namespace Alys.DevNode.Rpc;

/// <summary>The node's JSON-RPC 2.0 over HTTP: one request a call, as v1 has it.</summary>
/// <remarks><b>Threads:</b> any.</remarks>
internal sealed class JsonRpcServer(NodeServices node, RpcMethods methods)
{
    private const int InternalError = -32603;
    private const int InvalidRequest = -32600;
    private static readonly TimeSpan SlowAnswer = TimeSpan.FromSeconds(0.7);

    private int _calls;

    public async Task AnswerAsync(HttpContext context)
    {
        long started = Stopwatch.GetTimestamp();
        JsonElement? id = null;
        string? name = null;
        RpcAnswer answer;
        try
        {
            JsonElement request = await JsonSerializer.DeserializeAsync<JsonElement>(
                context.Request.Body, cancellationToken: context.RequestAborted);
            (id, name, JsonElement parameters) = Read(request);
            answer = await CallAsync(name, parameters);
        }
        catch (JsonException error)
        {
            answer = RpcAnswer.Fail(InvalidRequest, $"This is no JSON-RPC request: {error.Message}");
        }

        node.Metrics?.Rpc.Answered(RpcMetrics.MethodOf(name), answer.Status, Stopwatch.GetElapsedTime(started));
        await context.Response.WriteAsJsonAsync(answer.ToBody(id), context.RequestAborted);
    }

    private async Task<RpcAnswer> CallAsync(string? name, JsonElement parameters)
    {
        if (node.Faults.IsOn(Fault.SlowRpc)) await Task.Delay(SlowAnswer, node.Faults.Clock);
        if (node.Faults.IsOn(Fault.RpcErrors) && Interlocked.Increment(ref _calls) % 2 == 0)
            return RpcAnswer.Fail(InternalError, "The fault rpc-errors is on.", RpcStatus.ServerError);
        try
        {
            return await methods.CallAsync(name, parameters);
        }
        catch (Akka.Actor.AskTimeoutException)
        {
            return RpcAnswer.Fail(InternalError, "The node did not answer in time.", RpcStatus.ServerError);
        }
    }

    private static (JsonElement? Id, string? Method, JsonElement Parameters) Read(JsonElement request)
    {
        if (request.ValueKind != JsonValueKind.Object) return (null, null, default);
        JsonElement? id = request.TryGetProperty("id", out JsonElement given) ? given : null;
        string? method = request.TryGetProperty("method", out JsonElement name)
            && name.ValueKind == JsonValueKind.String ? name.GetString() : null;
        request.TryGetProperty("params", out JsonElement parameters);
        return (id, method, parameters);
    }
}
