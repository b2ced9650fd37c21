namespace Alys.Metrics.Node;

/// <summary>What became of a submitted proof of work: the label <c>status</c>.</summary>
public enum AuxPowStatus
{
    /// <summary>It came in.</summary>
    Called,

    /// <summary>It is for a block that the node does not know.</summary>
    UnknownBlock,

    /// <summary>The work does not meet the target.</summary>
    [LabelValue("invalid_pow")]
    InvalidPow,

    /// <summary>The proof does not lead to the block.</summary>
    [LabelValue("invalid_auxpow")]
    InvalidAuxPow,

    /// <summary>It was accepted.</summary>
    Success,
}
