using System.Text.Json;
using Alys.DevNode.Chain;
using Alys.DevNode.Faults;
using Alys.DevNode.Hosting;
using Alys.DevNode.Rpc;
using Alys.Metrics.Node;
using Microsoft.Extensions.Hosting;

namespace Alys.DevNode.Mining;

/// <summary>The miners of a parent chain: they ask for a block over the JSON-RPC, find a proof, and bring it. One proof
/// in a dozen is no good, each time in another way.</summary>
internal sealed class Miners(NodeServices node, JsonRpcClient rpc) : BackgroundService
{
    private const int Purpose = 9;
    private const int SlotsPerProof = 3;
    private const int SpoiltOneIn = 12;

    private int _proofs;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(node.Parameters.Slot * SlotsPerProof, node.Faults.Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                if (!node.Faults.IsOn(Fault.NoAuxpow)) await MineAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The node stops.
        }
    }

    private async Task MineAsync(CancellationToken stop)
    {
        try
        {
            if (await rpc.CallAsync("createauxblock", [], stop) is not { } work) return;
            if (!Hash256.TryParse(work.GetProperty("hash").GetString(), out Hash256 hash)) return;
            var draws = new Draws(node.Parameters.Seed, ++_proofs, Purpose);
            AuxPow proof = Miner.Mine(hash, ref draws);
            if (_proofs % SpoiltOneIn == 1)
            {
                AuxPowError[] errors = Enum.GetValues<AuxPowError>();
                AuxPow spoilt = Miner.Spoil(proof, errors[_proofs / SpoiltOneIn % errors.Length]);
                await rpc.CallAsync("submitauxblock", [hash.ToString(), AuxPowFormat.ToText(spoilt)], stop);
            }

            await rpc.CallAsync("submitauxblock", [hash.ToString(), AuxPowFormat.ToText(proof)], stop);
        }
        catch (Exception error) when (error is HttpRequestException or JsonException
            || (error is OperationCanceledException && !stop.IsCancellationRequested))
        {
            // The next round tries again.
        }
    }
}
