using System.Globalization;
using System.Text.Json;

namespace Alys.Metrics.Collectors.Evm;

/// <summary>The 32 bytes that identify a block, compared as two numbers.</summary>
internal readonly record struct BlockHash(UInt128 High, UInt128 Low)
{
    private const int HexDigits = 32;

    /// <summary>Reads the member <paramref name="name"/> of <paramref name="parent"/>.</summary>
    /// <exception cref="FormatException">It is missing, or not <c>0x</c> and 64 hexadecimal digits.</exception>
    public static BlockHash Read(JsonElement parent, string name)
    {
        if (parent.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            && TryParse(value.GetString(), out BlockHash hash))
            return hash;
        throw new FormatException($"'{name}' is not a hash of 32 bytes in hexadecimal");
    }

    public static bool TryParse(ReadOnlySpan<char> text, out BlockHash hash)
    {
        hash = default;
        if (text.Length != 2 + 2 * HexDigits || !text.StartsWith("0x")) return false;
        if (!TryParseHalf(text.Slice(2, HexDigits), out UInt128 high)) return false;
        if (!TryParseHalf(text[(2 + HexDigits)..], out UInt128 low)) return false;
        hash = new BlockHash(high, low);
        return true;
    }

    private static bool TryParseHalf(ReadOnlySpan<char> digits, out UInt128 half) =>
        UInt128.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out half);
}
