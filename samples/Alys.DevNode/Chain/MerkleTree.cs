namespace Alys.DevNode.Chain;

/// <summary>Merkle trees as Bitcoin builds them: a level with an odd number of nodes repeats its last one.</summary>
internal static class MerkleTree
{
    /// <summary>The root over the leaves; all zeros when there are none.</summary>
    public static Hash256 Root(IReadOnlyList<Hash256> leaves)
    {
        if (leaves.Count == 0) return default;
        Hash256[] level = [.. leaves];
        for (int count = level.Length; count > 1; count = (count + 1) / 2)
        {
            for (int i = 0; i < count; i += 2)
                level[i / 2] = Hash256.Of(level[i], level[Math.Min(i + 1, count - 1)]);
        }

        return level[0];
    }

    /// <summary>The siblings from a leaf up to the root.</summary>
    public static IReadOnlyList<Hash256> Branch(IReadOnlyList<Hash256> leaves, int index)
    {
        var branch = new List<Hash256>();
        Hash256[] level = [.. leaves];
        for (int count = level.Length; count > 1; count = (count + 1) / 2, index /= 2)
        {
            branch.Add(level[Math.Min(index ^ 1, count - 1)]);
            for (int i = 0; i < count; i += 2)
                level[i / 2] = Hash256.Of(level[i], level[Math.Min(i + 1, count - 1)]);
        }

        return branch;
    }

    /// <summary>The root that a leaf and its branch lead to.</summary>
    public static Hash256 Fold(Hash256 leaf, IReadOnlyList<Hash256> branch, int index)
    {
        foreach (Hash256 sibling in branch)
        {
            leaf = (index & 1) == 0 ? Hash256.Of(leaf, sibling) : Hash256.Of(sibling, leaf);
            index >>= 1;
        }

        return leaf;
    }
}
