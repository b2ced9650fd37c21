using System.Globalization;
using System.Text.Json;

namespace Alys.Metrics.Collectors.Evm;

/// <summary>
/// A non-negative whole number as nodes write it: a string of <c>0x</c> and hexadecimal digits. More lenient than the
/// specification where real nodes are: leading zeros and plain JSON numbers (Nethermind's <c>txpool_status</c>) are
/// accepted.
/// </summary>
/// <remarks><b>Source:</b> Ethereum JSON-RPC, "Hex encoding", quantities.</remarks>
internal static class Quantity
{
    /// <summary>A trillion blocks, 35,000 years of one a second. What is more is no height, and the counters that add
    /// up
    /// differences of heights would overflow by it.</summary>
    private const long HighestBlock = 1L << 40;

    /// <summary>Reads the member <paramref name="name"/> of <paramref name="parent"/>.</summary>
    /// <exception cref="FormatException">It is missing, no quantity, or greater than <see
    /// cref="long.MaxValue"/>.</exception>
    public static long Read(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out JsonElement value) && TryRead(value, out long number)
            ? number
            : throw new FormatException($"'{name}' is not a quantity from 0 to 2^63-1");

    /// <summary>Like <see cref="Read(JsonElement, string)"/>; null when the member is missing or null.</summary>
    /// <exception cref="FormatException">It is there, but no quantity.</exception>
    public static long? ReadOptional(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null
            ? Read(parent, name)
            : null;

    /// <summary>Reads the height of a block; null when the member is missing or null.</summary>
    /// <exception cref="FormatException">It is no quantity, or a height that no chain reaches.</exception>
    public static long? ReadHeight(JsonElement parent, string name) =>
        ReadOptional(parent, name) is not { } height ? null
        : height <= HighestBlock ? height
        : throw new FormatException($"'{name}' is a height that no chain reaches");

    /// <summary>Reads a result that is itself a quantity.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static long Read(JsonElement value) =>
        TryRead(value, out long number) ? number : throw new FormatException("not a quantity from 0 to 2^63-1");

    public static bool TryRead(JsonElement value, out long number)
    {
        number = 0;
        return value.ValueKind switch
        {
            JsonValueKind.Number => value.TryGetInt64(out number) && number >= 0,
            JsonValueKind.String => TryParse(value.GetString(), out number),
            _ => false,
        };
    }

    /// <summary>A number as nodes want it: <c>0x1f</c>.</summary>
    public static string Format(long number) => "0x" + number.ToString("x", CultureInfo.InvariantCulture);

    private static bool TryParse(ReadOnlySpan<char> text, out long number)
    {
        number = 0;
        if (text.Length < 3 || !text.StartsWith("0x")) return false;
        ReadOnlySpan<char> digits = text[2..].TrimStart('0');
        if (digits.IsEmpty) return true;

        // Sixteen digits fill 64 bits: those from 2^63 on come out negative.
        return long.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out number)
            && number > 0;
    }
}
