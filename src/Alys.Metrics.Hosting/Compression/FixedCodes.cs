using System.Numerics;

namespace Alys.Metrics.Hosting.Compression;

/// <summary>
/// The fixed Huffman codes of DEFLATE, their bits in the order in which they are written. They need no table in the
/// page, and a page of metrics consists of long repetitions, for which they are nearly as good as codes made for it.
/// </summary>
/// <remarks><b>Source:</b> RFC 1951, sections 3.2.5 and 3.2.6.</remarks>
internal static class FixedCodes
{
    internal const int LeastLength = 3;
    internal const int MostLength = 258;

    private const int EndOfBlock = 256;
    private const int DistanceBits = 5;

    /// <summary>Of each byte.</summary>
    private static readonly BitString[] Literals = MakeLiterals();

    /// <summary>Of each length, with its extra bits; the first is that of <see cref="LeastLength"/>.</summary>
    private static readonly BitString[] Lengths = MakeLengths();

    /// <summary>The end of a block.</summary>
    internal static BitString End { get; } = Symbol(EndOfBlock);

    /// <summary>A byte that stands for itself.</summary>
    internal static BitString Literal(byte value) => Literals[value];

    /// <summary>How much is repeated: 3 to 258 bytes.</summary>
    internal static BitString Length(int length) => Lengths[length - LeastLength];

    /// <summary>How far back it lies: 1 to 32,768 bytes.</summary>
    internal static BitString Distance(int distance)
    {
        uint value = (uint)distance - 1;
        if (value < 4) return new BitString(Reverse(value, DistanceBits), DistanceBits);
        // Two codes for each power of two; the bits below the second highest follow as they are.
        int extra = BitOperations.Log2(value) - 1;
        uint code = 2 * (uint)extra + (value >> extra);
        uint rest = value & ((1u << extra) - 1);
        return new BitString(Reverse(code, DistanceBits) | rest << DistanceBits, DistanceBits + extra);
    }

    private static BitString[] MakeLiterals()
    {
        var literals = new BitString[EndOfBlock];
        for (int i = 0; i < literals.Length; i++) literals[i] = Symbol(i);
        return literals;
    }

    private static BitString[] MakeLengths()
    {
        var lengths = new BitString[MostLength - LeastLength + 1];
        const int first = EndOfBlock + 1;
        int symbol = first;
        for (int length = 0; length < lengths.Length; symbol++)
        {
            // Eight codes of one length each, then four for each number of extra bits.
            int extra = Math.Max(0, (symbol - first) / 4 - 1);
            BitString code = Symbol(symbol);
            for (uint rest = 0; rest < 1u << extra && length < lengths.Length; rest++, length++)
                lengths[length] = new BitString(code.Bits | rest << code.Count, code.Count + extra);
        }

        // The longest has a code of its own, and leaves one of the code before it unused.
        lengths[^1] = Symbol(285);
        return lengths;
    }

    private static BitString Symbol(int symbol)
    {
        (int code, int count) = symbol switch
        {
            < 144 => (0x30 + symbol, 8),
            < 256 => (0x190 + symbol - 144, 9),
            < 280 => (symbol - 256, 7),
            _ => (0xC0 + symbol - 280, 8),
        };
        return new BitString(Reverse((uint)code, count), count);
    }

    private static uint Reverse(uint code, int count)
    {
        uint reversed = 0;
        for (int i = 0; i < count; i++, code >>= 1) reversed = reversed << 1 | code & 1;
        return reversed;
    }
}
