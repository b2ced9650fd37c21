using System.Text.Json;
using Alys.DevNode.Chain;
using Alys.DevNode.Hosting;
using Microsoft.Extensions.Hosting;

namespace Alys.DevNode.Rpc;

/// <summary>Those who use the JSON-RPC: over HTTP, as anybody would, four requests a slot.</summary>
internal sealed class Users(NodeServices node, JsonRpcClient rpc) : BackgroundService
{
    private const int Purpose = 8;
    private const int RequestsPerSlot = 4;
    private const int MistakeOneIn = 500;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var draws = new Draws(node.Parameters.Seed, 0, Purpose);
        using var timer = new PeriodicTimer(node.Parameters.Slot / RequestsPerSlot, node.Faults.Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                (string method, object[] parameters) = Draw(ref draws);
                await AskAsync(method, parameters, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The node stops.
        }
    }

    private (string Method, object[] Parameters) Draw(ref Draws draws)
    {
        if (draws.OneIn(MistakeOneIn)) return ("eth_chainId", []);
        return draws.Below(5) switch
        {
            0 => ("getheadblock", []),
            1 => ("getblockbyheight", [Math.Max(0, node.State.Height - draws.Below(50))]),
            2 => ("getblockbyhash", [(node.State.Head?.Hash ?? default).ToString()]),
            3 => ("getdepositaddress", []),
            _ => ("getqueuedpow", []),
        };
    }

    private async Task AskAsync(string method, object[] parameters, CancellationToken stop)
    {
        try
        {
            await rpc.CallAsync(method, parameters, stop);
        }
        catch (Exception error) when (error is HttpRequestException or JsonException
            || (error is OperationCanceledException && !stop.IsCancellationRequested))
        {
            // The user gives up on this one; the node has counted it.
        }
    }
}
