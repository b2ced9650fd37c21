using System.Buffers.Binary;

namespace Alys.DevNode.Chain;

/// <summary>What an authority signs.</summary>
/// <param name="Height">From 0, the genesis.</param>
/// <param name="Parent">Hash of the header before.</param>
/// <param name="UnixMilliseconds">Start of its slot.</param>
/// <param name="Author">Index of the authority.</param>
/// <param name="TransactionsRoot">Merkle root over the transactions.</param>
/// <param name="StateRoot">Of the accounts after it.</param>
/// <param name="GasUsed">In gas.</param>
/// <param name="GasLimit">In gas.</param>
internal sealed record BlockHeader(
    long Height,
    Hash256 Parent,
    long UnixMilliseconds,
    int Author,
    Hash256 TransactionsRoot,
    Hash256 StateRoot,
    long GasUsed,
    long GasLimit)
{
    private const int Size = 3 * Hash256.Size + 36;

    private Hash256? _hash;

    /// <summary>Over all of it, unless another chain gave it.</summary>
    public Hash256 Hash
    {
        get => _hash ??= Compute();
        init => _hash = value;
    }

    public DateTimeOffset Time => DateTimeOffset.FromUnixTimeMilliseconds(UnixMilliseconds);

    private Hash256 Compute()
    {
        Span<byte> bytes = stackalloc byte[Size];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, Height);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[8..], UnixMilliseconds);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[16..], Author);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[20..], GasUsed);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[28..], GasLimit);
        Parent.CopyTo(bytes[36..]);
        TransactionsRoot.CopyTo(bytes[68..]);
        StateRoot.CopyTo(bytes[100..]);
        return Hash256.Of(bytes);
    }
}
