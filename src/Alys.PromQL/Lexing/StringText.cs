using System.Buffers;
using System.Globalization;
using System.Text;

namespace Alys.PromQL.Lexing;

/// <summary>
/// The values of strings. A string of PromQL is bytes, and an escape can make one that is no UTF-8: byte 0xNN of that
/// kind is kept as the character U+DCNN, which no text has by itself.
/// </summary>
/// <remarks><b>Source:</b> https://prometheus.io/docs/prometheus/latest/querying/basics/#string-literals.</remarks>
internal static class StringText
{
    private const char KeptByte = '\uDC00';

    /// <summary>The value of a string that the scanner has read, quotes and all.</summary>
    public static string Unquote(ReadOnlySpan<char> quoted)
    {
        ReadOnlySpan<char> inner = quoted[1..^1];
        if (quoted[0] == '`' || !inner.Contains('\\')) return inner.ToString();
        List<byte> bytes = new(inner.Length);
        Span<byte> buffer = stackalloc byte[4];
        for (int at = 0; at < inner.Length;)
        {
            if (inner[at] == '\\')
            {
                at = AppendEscape(inner, at + 1, bytes);
                continue;
            }

            Rune.DecodeFromUtf16(inner[at..], out Rune rune, out int taken);
            bytes.AddRange(buffer[..rune.EncodeToUtf8(buffer)]);
            at += taken;
        }

        return Decode(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(bytes));
    }

    /// <summary>Writes a value as a string in double quotes.</summary>
    public static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        for (int at = 0; at < value.Length; at++)
        {
            char c = value[at];
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\uFFFD' => text.Append("\\ufffd"),
                >= '\uDC80' and <= '\uDCFF' when at == 0 || !char.IsHighSurrogate(value[at - 1]) =>
                    text.Append(CultureInfo.InvariantCulture, $"\\x{c - KeptByte:x2}"),
                < ' ' or '\x7f' => text.Append(CultureInfo.InvariantCulture, $"\\x{(int)c:x2}"),
                _ => text.Append(c),
            };
        }

        text.Append('"');
    }

    private static int AppendEscape(ReadOnlySpan<char> inner, int at, List<byte> bytes)
    {
        char c = inner[at];
        int simple = "abfnrtv\\'\"".IndexOf(c, StringComparison.Ordinal);
        if (simple >= 0)
        {
            bytes.Add((byte)"\a\b\f\n\r\t\v\\'\""[simple]);
            return at + 1;
        }

        (int start, int digits, int radix) = c switch
        {
            'x' => (at + 1, 2, 16),
            'u' => (at + 1, 4, 16),
            'U' => (at + 1, 8, 16),
            _ => (at, 3, 8),
        };
        int value = Convert.ToInt32(inner.Slice(start, digits).ToString(), radix);
        if (radix == 8 || digits == 2)
        {
            bytes.Add((byte)value);
        }
        else
        {
            Span<byte> buffer = stackalloc byte[4];
            bytes.AddRange(buffer[..new Rune(value).EncodeToUtf8(buffer)]);
        }

        return start + digits;
    }

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            OperationStatus status = Rune.DecodeFromUtf8(bytes, out Rune rune, out int taken);
            if (status == OperationStatus.Done)
            {
                text.Append(rune.ToString());
                bytes = bytes[taken..];
            }
            else
            {
                text.Append((char)(KeptByte + bytes[0]));
                bytes = bytes[1..];
            }
        }

        return text.ToString();
    }
}
