using Alys.Metrics.Node;

namespace Alys.Metrics.Collectors.Evm;

/// <summary>
/// Where a node stands, concluded from what it says:
/// <list type="table">
/// <listheader><term><c>eth_syncing</c></term><description>and → state, target</description></listheader>
/// <item><term>an object</term><description>no block beyond block 0 is known → discovering, 0</description></item>
/// <item><term>an object</term><description>behind by more than the catch-up gap, and so is the client's header stage →
/// headers, the highest known</description></item>
/// <item><term>an object</term><description>behind by more than the catch-up gap → blocks, the highest
/// known</description></item>
/// <item><term>an object</term><description>otherwise → catchup, the highest known</description></item>
/// <item><term>false</term><description>at block 0, and known to have no peers → discovering, 0</description></item>
/// <item><term>false</term><description>peers are ahead by more than <see cref="OnTheWay"/> → catchup, theirs: the node
/// thinks that it is done, and is not</description></item>
/// <item><term>false</term><description>otherwise → synced, its own or the peers' height</description></item>
/// </list>
/// The highest known is the greatest of the node's own height, <c>highestBlock</c>, the header stage and the peers'
/// height. A node that fails to sync does not say so over JSON-RPC, so failed is never concluded.
/// </summary>
internal readonly record struct SyncReading(long Current, long Target, SyncState State)
{
    /// <summary>By how many blocks peers may be ahead of a node that is synced: these blocks are on their
    /// way.</summary>
    public const long OnTheWay = 2;

    /// <summary>Concludes.</summary>
    /// <param name="head">The number of the node's latest block.</param>
    /// <param name="progress">What <c>eth_syncing</c> says; null for false.</param>
    /// <param name="peersBest">The height that peers claim; null when unknown.</param>
    /// <param name="peers">How many peers there are; null when unknown.</param>
    /// <param name="catchupGap">Up to how many blocks behind a syncing node is catching up.</param>
    public static SyncReading Conclude(
        long head, SyncProgress? progress, long? peersBest, long? peers, long catchupGap)
    {
        if (progress is null) return ConcludeIdle(head, Math.Max(head, peersBest ?? 0), peers);

        long current = Math.Max(head, progress.Current ?? 0);
        long target = Math.Max(
            Math.Max(current, progress.Highest ?? 0), Math.Max(progress.Headers ?? 0, peersBest ?? 0));
        SyncState state = target == 0 ? SyncState.Discovering
            : target - current <= catchupGap ? SyncState.Catchup
            : target - progress.Headers > catchupGap ? SyncState.Headers
            : SyncState.Blocks;
        return new SyncReading(current, target, state);
    }

    private static SyncReading ConcludeIdle(long head, long target, long? peers)
    {
        SyncState state = target == 0 && peers == 0 ? SyncState.Discovering
            : target - head > OnTheWay ? SyncState.Catchup
            : SyncState.Synced;
        return new SyncReading(head, target, state);
    }
}
