namespace Alys.Metrics.Node;

/// <summary>A kind of gossip: the label <c>message_type</c>.</summary>
public enum GossipMessage
{
    /// <summary>Any message, before it is known what it is.</summary>
    MsgReceived,

    /// <summary>A block.</summary>
    ConsensusBlock,

    /// <summary>An approval of a block.</summary>
    ApproveBlock,

    /// <summary>A proof of work.</summary>
    QueuePow,

    /// <summary>Signatures for peg-outs.</summary>
    PegoutSigs,

    /// <summary>None of these.</summary>
    Other,
}
