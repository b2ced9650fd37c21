using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Alys.Metrics.Families;

/// <summary>
/// A hash of text for look-ups, several times as fast as <see cref="string.GetHashCode()"/>: each 16 bytes are
/// multiplied to 128 bits, whose halves are folded together. Source: the construction of wyhash (W. Yi, "wyhash",
/// 2019).
/// </summary>
/// <remarks>
/// The secrets differ from process to process, so label values cannot be chosen beforehand to collide. It is no
/// cryptographic hash: whoever breaks it makes look-ups slower, up to the family's limit of children, and nothing else,
/// because values are always compared.
/// </remarks>
internal static class TextHash
{
    private static readonly ulong Secret1 = RandomOdd();
    private static readonly ulong Secret2 = RandomOdd();

    /// <summary>The hash of a text that follows on the hash of another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Of(ReadOnlySpan<char> text, ulong seed = 0)
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(text);
        ulong hash = seed ^ (uint)bytes.Length;
        while (bytes.Length > 16)
        {
            hash = Fold(Read64(bytes) ^ Secret1, Read64(bytes[8..]) ^ hash);
            bytes = bytes[16..];
        }

        (ulong low, ulong high) = Ends(bytes);
        return Fold(Fold(low ^ Secret1, high ^ hash), Secret2);
    }

    /// <summary>Up to 16 bytes as two numbers, which may overlap.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (ulong Low, ulong High) Ends(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= 8) return (Read64(bytes), Read64(bytes[^8..]));
        if (bytes.Length >= 4)
        {
            return (BinaryPrimitives.ReadUInt32LittleEndian(bytes),
                BinaryPrimitives.ReadUInt32LittleEndian(bytes[^4..]));
        }

        return (bytes.Length == 0 ? 0u : BinaryPrimitives.ReadUInt16LittleEndian(bytes), 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Fold(ulong a, ulong b)
    {
        ulong high = Math.BigMul(a, b, out ulong low);
        return high ^ low;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Read64(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt64LittleEndian(bytes);

    private static ulong RandomOdd()
    {
        Span<byte> bytes = stackalloc byte[8];
        RandomNumberGenerator.Fill(bytes);
        return Read64(bytes) | 1;
    }
}
