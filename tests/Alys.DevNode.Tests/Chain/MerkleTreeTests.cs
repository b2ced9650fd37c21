using Alys.DevNode.Chain;

namespace Alys.DevNode.Tests.Chain;

public sealed class MerkleTreeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(8)]
    public void A_leaf_and_its_branch_lead_to_the_root(int count)
    {
        Hash256[] leaves = [.. Enumerable.Range(0, count).Select(i => Hash256.Of(BitConverter.GetBytes(i)))];
        Hash256 root = MerkleTree.Root(leaves);
        for (int i = 0; i < count; i++)
            Assert.Equal(root, MerkleTree.Fold(leaves[i], MerkleTree.Branch(leaves, i), i));
        Assert.NotEqual(root, MerkleTree.Fold(default, MerkleTree.Branch(leaves, 0), 0));
    }

    [Fact]
    public void No_leaves_have_no_root() => Assert.Equal(default, MerkleTree.Root([]));
}
