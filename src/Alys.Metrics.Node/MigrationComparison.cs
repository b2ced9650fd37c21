namespace Alys.Metrics.Node;

/// <summary>What of v1 and v2 was compared: the label <c>subject</c>.</summary>
public enum MigrationComparison
{
    /// <summary>The hash of a block at one height.</summary>
    BlockHash,

    /// <summary>The state root of a block.</summary>
    StateRoot,

    /// <summary>The receipts of a block.</summary>
    Receipts,

    /// <summary>What waits in the pool.</summary>
    [LabelValue("txpool")]
    TxPool,
}
