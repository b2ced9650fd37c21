using System.Text.Json;
using Alys.DevNode.Chain;
using Alys.DevNode.Faults;
using Alys.DevNode.Hosting;
using Alys.DevNode.Rpc;
using Alys.Metrics.Node;
using Microsoft.Extensions.Hosting;

namespace Alys.DevNode.Migration;

/// <summary>Asks v1 for what this node has too, and says whether the two agree.</summary>
internal sealed class V1Comparer(NodeServices node, JsonRpcClient v1, JsonRpcClient self) : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(node.Parameters.Slot, node.Faults.Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await CompareAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The node stops.
        }
    }

    private async Task CompareAsync(CancellationToken stop)
    {
        ComparisonMetrics metrics = node.Metrics!.Migration.Comparison;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Patience);
        try
        {
            if (await v1.CallAsync("getheadblock", [], limit.Token) is not { } head) return;
            long v1Height = head.GetProperty("height").GetInt64();
            if (node.State.Height < 0) return;
            metrics.ReportHeights(v1Height, node.State.Height);
            // Below the two heads, where no late block is in the way.
            await CompareAsync(metrics, Math.Min(v1Height, node.State.Height) - 2, limit.Token);
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException or JsonException)
        {
            // v1 cannot be asked. That comparisons stop is what the metrics say then.
            if (!stop.IsCancellationRequested) metrics.Forget();
        }
    }

    private async Task CompareAsync(ComparisonMetrics metrics, long height, CancellationToken stop)
    {
        if (height < 0 || node.Store.Read(height) is not { } block) return;
        (JsonElement? theirs, TimeSpan v1Took) = await AskAsync(v1, height, stop);
        (JsonElement? ours, TimeSpan v2Took) = await AskAsync(self, height, stop);
        if (ours is not null && theirs is not null) metrics.ReportLatencies(v1Took, v2Took);
        if (theirs is not { } other) return;
        Hash256 root = block.Header.StateRoot;
        if (node.Faults.IsOn(Fault.StateRootMismatch)) root = Hash256.Of(root, root);
        Compare(MigrationComparison.BlockHash, block.Hash, "hash");
        Compare(MigrationComparison.StateRoot, root, "stateRoot");
        Compare(MigrationComparison.Receipts, block.Header.TransactionsRoot, "transactionsRoot");

        void Compare(MigrationComparison subject, Hash256 here, string there)
        {
            bool isSame = other.GetProperty(there).GetString() == here.ToString();
            metrics.Compared(subject, isSame ? ComparisonResult.Match : ComparisonResult.Mismatch);
        }
    }

    private async Task<(JsonElement? Answer, TimeSpan Took)> AskAsync(
        JsonRpcClient client, long height, CancellationToken stop)
    {
        long started = node.Clock.GetTimestamp();
        JsonElement? answer = await client.CallAsync("getblockbyheight", [height], stop);
        return (answer, node.Clock.GetElapsedTime(started));
    }
}
