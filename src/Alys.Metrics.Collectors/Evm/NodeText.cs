using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Alys.Metrics.Collectors.Evm;

/// <summary>Text that a node wrote, made fit for a log line and a label value.</summary>
internal static class NodeText
{
    private const int MaxLength = 160;

    /// <summary>The text of <paramref name="value"/>; null when it is no string, or an empty one.</summary>
    /// <exception cref="InvalidOperationException">It is not valid UTF-8 or has half a surrogate pair.</exception>
    public static string? Read(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) return null;
        string text = Clean(value.GetString()!);
        return text.Length == 0 ? null : text;
    }

    /// <summary>One line of at most 160 characters.</summary>
    public static string Clean(string text)
    {
        var line = new StringBuilder();
        foreach (Rune rune in text.Trim().EnumerateRunes())
        {
            if (line.Length + rune.Utf16SequenceLength > MaxLength) return line.Append('…').ToString();
            line.Append(IsPrintable(rune) ? rune.ToString() : " ");
        }

        return line.ToString();
    }

    private static bool IsPrintable(Rune rune) => Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
