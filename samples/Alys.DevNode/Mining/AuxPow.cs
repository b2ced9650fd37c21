using System.Buffers.Binary;
using Alys.DevNode.Chain;

namespace Alys.DevNode.Mining;

/// <summary>
/// A proof of work of a parent chain that commits to one of our blocks. Source: the merged mining specification
/// (Bitcoin wiki), with SHA-256 once where Bitcoin hashes twice.
/// </summary>
/// <param name="ParentVersion">Of the parent's header; its upper half is a chain id.</param>
/// <param name="ParentMerkleRoot">Of the parent's header.</param>
/// <param name="ParentNonce">What the miner turned.</param>
/// <param name="ParentHeaders">How many parent headers came with it; one is right.</param>
/// <param name="CoinbaseInputs">Inputs of the parent's first transaction.</param>
/// <param name="CoinbaseOutputs">Outputs of it.</param>
/// <param name="CoinbaseScript">Holds the commitment: <c>fa be 'm' 'm'</c>, root, size, nonce.</param>
/// <param name="CoinbaseBranch">From the first transaction to the parent's merkle root.</param>
/// <param name="ChainBranch">From our block to the root in the commitment.</param>
/// <param name="ChainIndex">Our place in that tree.</param>
internal sealed record AuxPow(
    int ParentVersion,
    Hash256 ParentMerkleRoot,
    uint ParentNonce,
    int ParentHeaders,
    int CoinbaseInputs,
    int CoinbaseOutputs,
    byte[] CoinbaseScript,
    IReadOnlyList<Hash256> CoinbaseBranch,
    IReadOnlyList<Hash256> ChainBranch,
    int ChainIndex)
{
    public static ReadOnlySpan<byte> Magic => [0xfa, 0xbe, (byte)'m', (byte)'m'];

    /// <summary>The hash that must be below the target.</summary>
    public Hash256 ParentHash()
    {
        Span<byte> header = stackalloc byte[8 + Hash256.Size];
        BinaryPrimitives.WriteInt32LittleEndian(header, ParentVersion);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], ParentNonce);
        ParentMerkleRoot.CopyTo(header[8..]);
        return Hash256.Of(header);
    }

    public Hash256 CoinbaseHash() => Hash256.Of(
        [.. BitConverter.GetBytes(CoinbaseInputs), .. BitConverter.GetBytes(CoinbaseOutputs), .. CoinbaseScript]);
}
