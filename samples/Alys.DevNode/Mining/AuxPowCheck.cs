using System.Buffers.Binary;
using System.Numerics;
using Alys.DevNode.Chain;
using Alys.Metrics.Node;

namespace Alys.DevNode.Mining;

/// <summary>What a proof must be; see <see cref="AuxPow"/>.</summary>
internal static class AuxPowCheck
{
    /// <summary>Leading zero bits of the parent's hash. A processor finds one in some ten milliseconds.</summary>
    public const int Difficulty = 14;

    private const int ChainId = 1337;
    private const int MostBranch = 30;
    private const int CommitmentSize = Hash256.Size + 8;

    /// <summary>What is wrong with a proof; null: nothing.</summary>
    public static AuxPowError? Find(AuxPow proof, Hash256 block)
    {
        if (proof.ParentHeaders > 1) return AuxPowError.MultipleHeaders;
        if (proof.ParentHeaders < 1) return AuxPowError.MissingHeader;
        if (proof.ParentVersion >> 16 == ChainId) return AuxPowError.ParentHasChainId;
        if (proof.ChainBranch.Count > MostBranch) return AuxPowError.MerkleBranchTooLong;
        if (proof.CoinbaseInputs < 1) return AuxPowError.CoinbaseNoInputs;
        if (proof.CoinbaseOutputs < 1) return AuxPowError.CoinbaseInvalidOutputs;
        if (MerkleTree.Fold(proof.CoinbaseHash(), proof.CoinbaseBranch, 0) != proof.ParentMerkleRoot)
            return AuxPowError.MerkleRootIncorrect;
        return FindInCommitment(proof, block);
    }

    /// <summary>Whether the work was done.</summary>
    public static bool HasWork(AuxPow proof)
    {
        ulong first = BinaryPrimitives.ReverseEndianness(proof.ParentHash().A);
        return BitOperations.LeadingZeroCount(first) >= Difficulty;
    }

    /// <summary>Our place in the tree of merged chains, from the commitment's nonce.</summary>
    public static int IndexOf(uint nonce, int branch) => (int)(nonce * 1103515245 + ChainId & (1u << branch) - 1);

    private static AuxPowError? FindInCommitment(AuxPow proof, Hash256 block)
    {
        ReadOnlySpan<byte> script = proof.CoinbaseScript;
        int at = script.IndexOf(AuxPow.Magic);
        if (at < 0) return AuxPowError.MissingMerkleRoot;
        ReadOnlySpan<byte> commitment = script[(at + AuxPow.Magic.Length)..];
        if (commitment.Length < CommitmentSize) return AuxPowError.InvalidSlice;
        var root = Hash256.From(commitment);
        int size = BinaryPrimitives.ReadInt32LittleEndian(commitment[Hash256.Size..]);
        uint nonce = BinaryPrimitives.ReadUInt32LittleEndian(commitment[(Hash256.Size + 4)..]);
        if (size != 1 << proof.ChainBranch.Count) return AuxPowError.InvalidMerkleSize;
        if (proof.ChainIndex != IndexOf(nonce, proof.ChainBranch.Count)) return AuxPowError.WrongIndex;
        return MerkleTree.Fold(block, proof.ChainBranch, proof.ChainIndex) == root
            ? null
            : AuxPowError.InvalidBlockHash;
    }
}
