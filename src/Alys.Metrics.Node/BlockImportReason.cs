namespace Alys.Metrics.Node;

/// <summary>Why a block was rejected: the label <c>reason</c>.</summary>
public enum BlockImportReason
{
    /// <summary>It was not.</summary>
    None,

    /// <summary>The genesis block is there already.</summary>
    GenesisNotNeeded,

    /// <summary>Its height is below the head.</summary>
    OldHeight,

    /// <summary>Its parent is missing.</summary>
    ChainIncontiguous,

    /// <summary>What it finalises cannot be.</summary>
    InvalidFinalization,

    /// <summary>It needs a proof of work and has none.</summary>
    MissingPow,

    /// <summary>None of these.</summary>
    Other,
}
