using Alys.DevNode.Chain;
using Alys.DevNode.Hosting;
using Alys.DevNode.Source;

namespace Alys.DevNode.Migration;

/// <summary>Reads a block that is kept and looks whether it is what was signed: a step of the migration.</summary>
internal sealed class StoredBlockCheck(NodeServices node)
{
    private long _next;

    /// <summary>Checks the next block, from the oldest to the newest and again.</summary>
    public bool IsSound()
    {
        long oldest = node.Store.Oldest ?? 0;
        _next = _next < oldest || _next >= node.State.Height ? oldest : _next + 1;
        if (node.Store.Read(_next) is not { } block) return node.State.Height < 0;
        int author = ChainParameters.AuthorOf(block.Height);
        return MerkleTree.Root([.. block.Transactions.Select(each => each.Hash)]) == block.Header.TransactionsRoot
            && node.Keys.Verify(Keys.Authority(author), block.Hash, block.Signature);
    }
}
