using Alys.DevNode.Chain;

namespace Alys.DevNode.Mining;

/// <summary>A proof as hexadecimal text, as it goes through the JSON-RPC.</summary>
internal static class AuxPowFormat
{
    private const int MostBytes = 10_000;

    public static string ToText(AuxPow proof)
    {
        using var bytes = new MemoryStream();
        using var output = new BinaryWriter(bytes);
        output.Write(proof.ParentVersion);
        output.Write(proof.ParentMerkleRoot.ToArray());
        output.Write(proof.ParentNonce);
        output.Write(proof.ParentHeaders);
        output.Write(proof.CoinbaseInputs);
        output.Write(proof.CoinbaseOutputs);
        output.Write((ushort)proof.CoinbaseScript.Length);
        output.Write(proof.CoinbaseScript);
        Write(output, proof.CoinbaseBranch);
        Write(output, proof.ChainBranch);
        output.Write(proof.ChainIndex);
        output.Flush();
        return Convert.ToHexStringLower(bytes.ToArray());
    }

    /// <summary>The proof in a text; null when it is none.</summary>
    public static AuxPow? Parse(string? text)
    {
        if (text is null || text.Length > 2 * MostBytes) return null;
        try
        {
            using var input = new BinaryReader(new MemoryStream(Convert.FromHexString(text)));
            return new AuxPow(
                input.ReadInt32(), ReadHash(input), input.ReadUInt32(), input.ReadInt32(), input.ReadInt32(),
                input.ReadInt32(), input.ReadBytes(input.ReadUInt16()), ReadHashes(input), ReadHashes(input),
                input.ReadInt32());
        }
        catch (Exception error) when (error is FormatException or EndOfStreamException)
        {
            return null;
        }
    }

    private static void Write(BinaryWriter output, IReadOnlyList<Hash256> hashes)
    {
        output.Write((byte)hashes.Count);
        foreach (Hash256 hash in hashes) output.Write(hash.ToArray());
    }

    private static Hash256[] ReadHashes(BinaryReader input)
    {
        var hashes = new Hash256[input.ReadByte()];
        for (int i = 0; i < hashes.Length; i++) hashes[i] = ReadHash(input);
        return hashes;
    }

    private static Hash256 ReadHash(BinaryReader input)
    {
        Span<byte> bytes = stackalloc byte[Hash256.Size];
        input.BaseStream.ReadExactly(bytes);
        return Hash256.From(bytes);
    }
}
