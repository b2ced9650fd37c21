using Alys.DevNode.Chain;
using Alys.DevNode.Hosting;
using Alys.DevNode.Source;
using Alys.Metrics.Node;

namespace Alys.DevNode.Actors;

/// <summary>Where a block may stand, and whether its author signed it.</summary>
internal sealed class HeaderCheck(NodeServices node)
{
    /// <summary>Why a block cannot be the next one; <see cref="BlockImportReason.None"/>: it can, if its parent is the
    /// head or is found.</summary>
    public BlockImportReason Place(Block block)
    {
        if (node.State.Head is not { } head) return BlockImportReason.None;
        if (block.Height == 0) return BlockImportReason.GenesisNotNeeded;
        if (block.Height <= head.Height) return BlockImportReason.OldHeight;
        return block.Height > head.Height + 1 ? BlockImportReason.ChainIncontiguous : BlockImportReason.None;
    }

    /// <summary>Whether the authority whose slot it is signed what the block holds.</summary>
    public bool IsSigned(Block block)
    {
        BlockHeader header = block.Header;
        int author = ChainParameters.AuthorOf(header.Height);
        bool isSigned = header.Author == author
            && node.Keys.Verify(Keys.Authority(author), header.Hash, block.Signature)
            && MerkleTree.Root([.. block.Transactions.Select(each => each.Hash)]) == header.TransactionsRoot;
        node.Metrics?.Aura.BlockVerified(isSigned ? CallStatus.Success : CallStatus.Failure);
        node.Metrics?.Aura.SlotBegan(header.Height);
        node.Metrics?.Aura.AuthorRetrieved(CallStatus.Success, author);
        return isSigned;
    }
}
