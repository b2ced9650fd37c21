namespace Alys.Metrics.Node;

/// <summary>What became of a call for a block to mine on: the label <c>status</c>.</summary>
public enum AuxBlockStatus
{
    /// <summary>It came in.</summary>
    Called,

    /// <summary>Refused: the chain is not synced.</summary>
    ChainSyncing,

    /// <summary>A block was given.</summary>
    Success,
}
