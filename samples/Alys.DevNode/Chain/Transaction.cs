using System.Buffers.Binary;

namespace Alys.DevNode.Chain;

/// <summary>A transfer between two accounts. Of an EVM chain that is followed only the hash and the gas are known.
/// </summary>
internal sealed record Transaction(int From, int To, long Nonce, long Amount, long Fee, int Gas)
{
    private const int Size = 40;

    private Hash256? _hash;

    /// <summary>Over everything but the signature, unless another chain gave it.</summary>
    public Hash256 Hash
    {
        get => _hash ??= Compute();
        init => _hash = value;
    }

    /// <summary>By the key of <see cref="From"/>; empty when another chain has checked it.</summary>
    public byte[] Signature { get; init; } = [];

    public static Transaction Signed(Keys keys, int from, int to, long nonce, long amount, long fee, int gas)
    {
        var bare = new Transaction(from, to, nonce, amount, fee, gas);
        return bare with { Signature = keys.Sign(Keys.Account(from), bare.Hash) };
    }

    private Hash256 Compute()
    {
        Span<byte> bytes = stackalloc byte[Size];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, From);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[4..], To);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[8..], Nonce);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[16..], Amount);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[24..], Fee);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[32..], Gas);
        return Hash256.Of(bytes);
    }
}
