using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Alys.Metrics.Exposition;

/// <summary>
/// Whole numbers as decimal digits. Sixteen digits are made at once in the lanes of a vector, and the leading zeros are
/// moved out: no branch depends on how long the number is, which no processor can foresee from series to series.
/// Source: P. Khuong, "How to print integers really fast", 2017, and W. Muła, "SSE: conversion integers to decimal
/// representation", 2011, which split lanes by 10,000, 100 and 10 likewise.
/// </summary>
internal static class Digits
{
    /// <summary>How many bytes <see cref="Write"/> may touch: the longest number, or a whole vector.</summary>
    internal const int Room = 32;

    private const ulong EightDigits = 100_000_000;
    private const ulong SixteenDigits = EightDigits * EightDigits;

    /// <summary>From the n-th byte on: the indices that move a vector's bytes n places to the front.</summary>
    private static ReadOnlySpan<byte> Moves =>
    [
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
        15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15,
    ];

    /// <summary>Writes a number.</summary>
    /// <param name="at">Where; <see cref="Room"/> bytes are writable from here on.</param>
    /// <param name="value">Any.</param>
    /// <returns>How many bytes the number has.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Write(ref byte at, long value) =>
        (ulong)value < SixteenDigits && BitConverter.IsLittleEndian
            ? WriteSixteen(ref at, (ulong)value)
            : WriteRarely(ref at, value);

    /// <summary>Up to sixteen digits without leading zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int WriteSixteen(ref byte at, ulong value)
    {
        Vector128<byte> digits = Lanes(value);
        // The first byte is the first digit. The last digit stays, even of 0.
        uint others = ~Vector128.Equals(digits, Vector128<byte>.Zero).ExtractMostSignificantBits() | (1u << 15);
        int zeros = BitOperations.TrailingZeroCount(others);
        Vector128<byte> move = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(Moves), (nuint)(uint)zeros);
        Vector128.ShuffleNative(digits | Vector128.Create((byte)'0'), move).StoreUnsafe(ref at);
        return 16 - zeros;
    }

    /// <summary>A digit in each byte. Each step splits every lane in two: the halves of the number into fours of
    /// digits, those by 100 (x * 5243 >> 19, exact below 10,000), and those by 10 (x * 103 >> 10, exact below
    /// 100).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Lanes(ulong value)
    {
        uint high = (uint)(value / EightDigits);
        uint low = (uint)(value - high * EightDigits);
        uint first = high / 10_000;
        uint third = low / 10_000;
        Vector128<uint> fours = Vector128.Create(first, high - first * 10_000, third, low - third * 10_000);
        Vector128<uint> hundreds = (fours * 5_243u) >>> 19;
        Vector128<ushort> twos = (hundreds | ((fours - hundreds * 100u) << 16)).AsUInt16();
        Vector128<ushort> tens = (twos * 103) >>> 10;
        return (tens | ((twos - tens * 10) << 8)).AsByte();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int WriteRarely(ref byte at, long value)
    {
        value.TryFormat(
            MemoryMarshal.CreateSpan(ref at, Room), out int length, default, CultureInfo.InvariantCulture);
        return length;
    }
}
