namespace Alys.Metrics.Node;

/// <summary>What is wrong with a proof of merged mining: the label <c>error</c>.</summary>
public enum AuxPowError
{
    /// <summary>The coinbase has more than one merged mining header.</summary>
    MultipleHeaders,

    /// <summary>The coinbase has none.</summary>
    MissingHeader,

    /// <summary>The hash in it is not that of the block.</summary>
    InvalidBlockHash,

    /// <summary>The coinbase ends inside of it.</summary>
    InvalidSlice,

    /// <summary>The parent block is of this chain itself.</summary>
    ParentHasChainId,

    /// <summary>The branch is longer than any tree.</summary>
    MerkleBranchTooLong,

    /// <summary>The branch does not lead to the parent's root.</summary>
    MerkleRootIncorrect,

    /// <summary>The coinbase has no inputs.</summary>
    CoinbaseNoInputs,

    /// <summary>The outputs of the coinbase cannot be.</summary>
    CoinbaseInvalidOutputs,

    /// <summary>The coinbase does not hold the root.</summary>
    MissingMerkleRoot,

    /// <summary>The size of the tree is wrong.</summary>
    InvalidMerkleSize,

    /// <summary>The chain is not at the place it must be.</summary>
    WrongIndex,
}
