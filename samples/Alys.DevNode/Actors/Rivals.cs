using Alys.DevNode.Chain;
using Alys.DevNode.Hosting;

namespace Alys.DevNode.Actors;

/// <summary>Blocks that are valid and yet do not last: empty ones, which leave the state as their parent had it.
/// </summary>
internal static class Rivals
{
    /// <summary>An empty block in the place of another.</summary>
    public static Block Of(Block block, NodeServices node) => Make(block.Header, node.State.Head!, node);

    /// <summary>A branch of empty blocks in the place of our newest ones, and one more; null: too few are kept.
    /// </summary>
    public static IReadOnlyList<Block>? Branch(int depth, NodeServices node)
    {
        long from = node.State.Height - depth;
        if (node.Simulated is null || from < 0 || node.Store.Read(from) is not { } start) return null;
        var branch = new List<Block>();
        BlockHeader parent = start.Header;
        for (long height = from + 1; height <= from + depth + 1; height++)
        {
            Block rival = Make(node.Simulated.At(height).Header, parent, node);
            branch.Add(rival);
            parent = rival.Header;
        }

        return branch;
    }

    private static Block Make(BlockHeader place, BlockHeader parent, NodeServices node)
    {
        var header = new BlockHeader(
            place.Height, parent.Hash, place.UnixMilliseconds, place.Author, default, parent.StateRoot, 0,
            place.GasLimit);
        return new Block(header, [], node.Keys.Sign(Keys.Authority(place.Author), header.Hash));
    }
}
