using Alys.DevNode.Chain;
using Alys.DevNode.Faults;
using Alys.Metrics.Node;

namespace Alys.DevNode.Hosting;

/// <summary>What several actors and the JSON-RPC look at: where the chain, the sync and the peers are.</summary>
/// <remarks><b>Threads:</b> any; each value has one writer.</remarks>
internal sealed class NodeState(FaultBoard faults)
{
    private const int DivergenceBlocks = 8;

    private readonly Lock _gate = new();

    private BlockHeader? _head;
    private long _target;
    private long _limit = long.MaxValue;
    private int _sync;
    private int _peers;
    private long _finalized;
    private (long Head, long Target)? _anchor;

    /// <summary>The newest block that was imported; null before the first.</summary>
    public BlockHeader? Head
    {
        get => Volatile.Read(ref _head);
        set
        {
            Volatile.Write(ref _head, value);
            if (Height >= Limit) LimitReached?.Invoke();
        }
    }

    /// <summary>Height of <see cref="Head"/>; -1 before the first.</summary>
    public long Height => Head?.Height ?? -1;

    /// <summary>The highest height that the network told of.</summary>
    public long Target
    {
        get => Volatile.Read(ref _target);
        set => Volatile.Write(ref _target, value);
    }

    /// <summary>The highest block that is to be imported. Default: all.</summary>
    public long Limit
    {
        get => Volatile.Read(ref _limit);
        set => Volatile.Write(ref _limit, value);
    }

    /// <summary>Called on the thread that imports when the chain has the height of <see cref="Limit"/>; null: nobody
    /// asked for it.</summary>
    public Action? LimitReached { get; set; }

    public long Finalized
    {
        get => Volatile.Read(ref _finalized);
        set => Volatile.Write(ref _finalized, value);
    }

    public SyncState Sync
    {
        get => (SyncState)Volatile.Read(ref _sync);
        set => Volatile.Write(ref _sync, (int)value);
    }

    public int Peers
    {
        get => Volatile.Read(ref _peers);
        set => Volatile.Write(ref _peers, value);
    }

    /// <summary>The highest block that may be imported now: at most <see cref="Limit"/>, and faults hold it down.
    /// </summary>
    public long Allowed() => Math.Min(Limit, AllowedByFaults());

    private long AllowedByFaults()
    {
        lock (_gate)
        {
            if (!faults.IsOn(Fault.FallingBehind)) _anchor = null;
            if (faults.IsOn(Fault.SyncStalled) || faults.IsOn(Fault.SyncFailed)) return Height;
            if (faults.IsOn(Fault.V1V2Divergence)) return Target - DivergenceBlocks;
            if (!faults.IsOn(Fault.FallingBehind)) return long.MaxValue;
            (long head, long target) = _anchor ??= (Height, Target);
            return head + (Target - target) / 2;
        }
    }
}
