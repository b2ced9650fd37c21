namespace Alys.Metrics.Node;

/// <summary>Which way a block took: the label <c>message_type</c>.</summary>
public enum BlockMessage
{
    /// <summary>A block of the consensus.</summary>
    ConsensusBlock,

    /// <summary>An approval of one.</summary>
    ApproveBlock,

    /// <summary>A proof of work that waits for its block.</summary>
    QueuePow,
}
