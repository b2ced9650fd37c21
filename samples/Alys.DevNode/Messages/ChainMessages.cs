using Alys.DevNode.Bridge;
using Alys.DevNode.Chain;
using Alys.DevNode.Mining;
using Alys.Metrics.Node;

namespace Alys.DevNode.Messages;

// What the chain actor is told and asked.

/// <summary>Check a block and make it the head. Answered with <see cref="BlockImported"/>.</summary>
internal sealed record ImportBlock(Block Block);

/// <summary>What became of an <see cref="ImportBlock"/>.</summary>
internal sealed record BlockImported(long Height, BlockImportReason Reason)
{
    public bool IsImported => Reason == BlockImportReason.None;
}

/// <summary>It is this node's slot.</summary>
internal sealed record ProduceBlock(long Height);

/// <summary>Check the header of a block, and nothing else. Answered with a Boolean.</summary>
internal sealed record ValidateBlock(Block Block);

/// <summary>Blocks up to a height are covered by a proof of work.</summary>
internal sealed record FinalizeBlocks(long Height);

/// <summary>Leave our newest blocks for a branch that begins on an older one of ours.</summary>
internal sealed record ReorgChain(IReadOnlyList<Block> Branch);

/// <summary>Credit peg-ins that have their confirmations. Answered with <see cref="PegInsProcessed"/>.</summary>
internal sealed record ProcessPegIns(IReadOnlyList<Pegin> Pegins);

/// <summary>These peg-ins are credited.</summary>
internal sealed record PegInsProcessed(IReadOnlyList<Pegin> Pegins);

/// <summary>Look for burns in a block.</summary>
internal sealed record ProcessPegOuts(Block Block);

/// <summary>A miner's proof. Answered with an <see cref="AuxPowStatus"/>.</summary>
internal sealed record ProcessAuxPow(Hash256 BlockHash, AuxPow Proof);

/// <summary>The federation has changed.</summary>
internal sealed record UpdateFederation(long Version);

/// <summary>Where the chain is. Answered with <see cref="ChainStatus"/>.</summary>
internal sealed record GetChainStatus;

/// <summary>Where the chain is; no head: before the first block.</summary>
internal sealed record ChainStatus(BlockHeader? Head, long Finalized);
