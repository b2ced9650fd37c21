using System.Buffers.Text;

namespace Alys.Metrics.Collectors;

/// <summary>Takes the texts of <c>/proc</c> apart, without allocating and without throwing on whatever they say.
/// </summary>
internal static class ProcText
{
    /// <summary>Takes the first line off a text, without its line feed.</summary>
    public static ReadOnlySpan<byte> TakeLine(scoped ref ReadOnlySpan<byte> rest)
    {
        int end = rest.IndexOf((byte)'\n');
        ReadOnlySpan<byte> line = end < 0 ? rest : rest[..end];
        rest = end < 0 ? default : rest[(end + 1)..];
        return line;
    }

    /// <summary>Takes the first field off a text: what stands between white space. Empty at the end.</summary>
    public static ReadOnlySpan<byte> TakeField(scoped ref ReadOnlySpan<byte> rest)
    {
        rest = rest.TrimStart(" \t\n"u8);
        int end = rest.IndexOfAny(" \t\n"u8);
        ReadOnlySpan<byte> field = end < 0 ? rest : rest[..end];
        rest = rest[field.Length..];
        return field;
    }

    /// <summary>A text as a whole number that is not negative; null when it is anything else.</summary>
    public static long? Number(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text, out long value, out int used) && used == text.Length && value >= 0 ? value : null;

    /// <summary>A text as a decimal number; null when it is none.</summary>
    public static double? Decimal(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text, out double value, out int used) && used == text.Length ? value : null;

    /// <summary>The rest of the first line that starts with a word; empty when there is none.</summary>
    public static ReadOnlySpan<byte> After(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word)
    {
        while (!text.IsEmpty)
        {
            ReadOnlySpan<byte> line = TakeLine(ref text);
            if (line.StartsWith(word)) return line[word.Length..];
        }

        return default;
    }

    /// <summary>The number after the word that starts a line.</summary>
    public static long? NumberAfter(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word)
    {
        ReadOnlySpan<byte> rest = After(text, word);
        return Number(TakeField(ref rest));
    }

    /// <summary>The number after the word that starts a line, given there in kB, which for the kernel are 1024 bytes.
    /// </summary>
    public static long? BytesAfter(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word) =>
        NumberAfter(text, word) is { } kibibytes && kibibytes <= long.MaxValue / 1024 ? kibibytes * 1024 : null;
}
