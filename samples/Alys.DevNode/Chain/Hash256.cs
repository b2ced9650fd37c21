using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Alys.DevNode.Chain;

/// <summary>A SHA-256 hash. Compared by value; <see cref="ToString"/> is hexadecimal with <c>0x</c>.</summary>
internal readonly record struct Hash256(ulong A, ulong B, ulong C, ulong D)
{
    public const int Size = 32;

    public static Hash256 Of(ReadOnlySpan<byte> data)
    {
        Span<byte> hash = stackalloc byte[Size];
        SHA256.HashData(data, hash);
        return From(hash);
    }

    public static Hash256 Of(in Hash256 left, in Hash256 right)
    {
        Span<byte> both = stackalloc byte[2 * Size];
        left.CopyTo(both);
        right.CopyTo(both[Size..]);
        return Of(both);
    }

    public static Hash256 From(ReadOnlySpan<byte> bytes) => MemoryMarshal.Read<Hash256>(bytes);

    public static bool TryParse(string? text, out Hash256 hash)
    {
        hash = default;
        if (text is null || text.Length != 2 + 2 * Size || !text.StartsWith("0x", StringComparison.Ordinal))
            return false;
        Span<byte> bytes = stackalloc byte[Size];
        if (Convert.FromHexString(text.AsSpan(2), bytes, out _, out _) != System.Buffers.OperationStatus.Done)
            return false;
        hash = From(bytes);
        return true;
    }

    public void CopyTo(Span<byte> bytes) => MemoryMarshal.Write(bytes, in this);

    public byte[] ToArray()
    {
        byte[] bytes = new byte[Size];
        CopyTo(bytes);
        return bytes;
    }

    public override string ToString() => "0x" + Convert.ToHexStringLower(ToArray());
}
