namespace Alys.Metrics.Node;

/// <summary>State of the sync, as the number in <c>alys_sync_state</c>.</summary>
public enum SyncState
{
    /// <summary>0: looking for peers or for a target.</summary>
    Discovering,

    /// <summary>1: fetching headers.</summary>
    Headers,

    /// <summary>2: fetching and applying blocks.</summary>
    Blocks,

    /// <summary>3: near the target, closing the gap.</summary>
    Catchup,

    /// <summary>4: at the target.</summary>
    Synced,

    /// <summary>5: gave up until something changes.</summary>
    Failed,
}
