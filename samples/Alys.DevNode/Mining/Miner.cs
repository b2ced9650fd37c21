using System.Buffers.Binary;
using Alys.DevNode.Chain;
using Alys.Metrics.Node;

namespace Alys.DevNode.Mining;

/// <summary>Finds proofs of work, and spoils them when it is asked to.</summary>
internal static class Miner
{
    private const int Branch = 2;
    private const int PlainVersion = 0x20000000;

    /// <summary>A good proof for a block.</summary>
    public static AuxPow Mine(Hash256 block, ref Draws draws)
    {
        uint nonce = (uint)draws.Next();
        Hash256[] others = [.. Enumerable.Range(0, Branch).Select(i => Hash256.Of(BitConverter.GetBytes(nonce + i)))];
        int index = AuxPowCheck.IndexOf(nonce, Branch);
        Hash256 root = MerkleTree.Fold(block, others, index);
        Hash256[] siblings = [Hash256.Of(root, others[0]), Hash256.Of(root, others[1])];
        var proof = new AuxPow(
            PlainVersion, default, 0, 1, 1, 2, Commitment(root, 1 << Branch, nonce), siblings, others, index);
        return Work(proof with { ParentMerkleRoot = MerkleTree.Fold(proof.CoinbaseHash(), siblings, 0) });
    }

    /// <summary>A proof that is wrong in one way.</summary>
    public static AuxPow Spoil(AuxPow proof, AuxPowError error)
    {
        AuxPow spoilt = error switch
        {
            AuxPowError.MultipleHeaders => proof with { ParentHeaders = 2 },
            AuxPowError.MissingHeader => proof with { ParentHeaders = 0 },
            AuxPowError.ParentHasChainId => proof with { ParentVersion = 1337 << 16 },
            AuxPowError.MerkleBranchTooLong => proof with { ChainBranch = new Hash256[31] },
            AuxPowError.CoinbaseNoInputs => proof with { CoinbaseInputs = 0 },
            AuxPowError.CoinbaseInvalidOutputs => proof with { CoinbaseOutputs = 0 },
            AuxPowError.MissingMerkleRoot => proof with { CoinbaseScript = [1, 2, 3] },
            AuxPowError.InvalidSlice => proof with { CoinbaseScript = proof.CoinbaseScript[..10] },
            AuxPowError.InvalidMerkleSize => proof with { ChainBranch = [.. proof.ChainBranch, default] },
            AuxPowError.WrongIndex => proof with { ChainIndex = proof.ChainIndex ^ 1 },
            AuxPowError.InvalidBlockHash => proof with { ChainBranch = new Hash256[proof.ChainBranch.Count] },
            _ => proof,
        };
        if (error == AuxPowError.MerkleRootIncorrect) return Work(spoilt with { ParentMerkleRoot = default });
        return Work(spoilt with
        {
            ParentMerkleRoot = MerkleTree.Fold(spoilt.CoinbaseHash(), spoilt.CoinbaseBranch, 0),
        });
    }

    private static AuxPow Work(AuxPow proof)
    {
        while (!AuxPowCheck.HasWork(proof)) proof = proof with { ParentNonce = proof.ParentNonce + 1 };
        return proof;
    }

    private static byte[] Commitment(Hash256 root, int size, uint nonce)
    {
        Span<byte> tail = stackalloc byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(tail, size);
        BinaryPrimitives.WriteUInt32LittleEndian(tail[4..], nonce);
        return [.. AuxPow.Magic, .. root.ToArray(), .. tail];
    }
}
