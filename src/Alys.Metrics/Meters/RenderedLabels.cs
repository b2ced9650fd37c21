using System.Text;

namespace Alys.Metrics.Meters;

/// <summary>
/// Labels read back from what was rendered for the page, so that a series needs no second copy of them.
/// Source: Prometheus text format 0.0.4: in a value, backslash, quote and newline are escaped by a backslash.
/// </summary>
internal static class RenderedLabels
{
    /// <summary>The labels of <c>name{a="b",c="d"} …</c>; none without braces.</summary>
    internal static KeyValuePair<string, object?>[] Read(ReadOnlySpan<byte> line) => Read(line, out _);

    /// <summary>The same, and where what follows the labels begins.</summary>
    internal static KeyValuePair<string, object?>[] Read(ReadOnlySpan<byte> line, out int end)
    {
        end = line.IndexOfAny((byte)'{', (byte)' ');
        if (end < 0 || line[end] == ' ') return [];
        var labels = new List<KeyValuePair<string, object?>>();
        while (line[end] != '}')
        {
            // Past the brace, or the comma.
            ReadOnlySpan<byte> rest = line[++end..];
            int equals = rest.IndexOf((byte)'=');
            string name = Encoding.UTF8.GetString(rest[..equals]);
            string value = Unescape(rest[(equals + 2)..], out int length);
            labels.Add(new(name, value));
            end += equals + 2 + length + 1;
        }

        end++;
        return [.. labels];
    }

    /// <summary>A value up to its closing quote.</summary>
    private static string Unescape(ReadOnlySpan<byte> text, out int length)
    {
        length = 0;
        bool escaped = false;
        while (text[length] != '"')
        {
            escaped |= text[length] == '\\';
            length += text[length] == '\\' ? 2 : 1;
        }

        string value = Encoding.UTF8.GetString(text[..length]);
        return escaped ? Unescape(value) : value;
    }

    private static string Unescape(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\') plain.Append(text[i]);
            else plain.Append(text[++i] == 'n' ? '\n' : text[i]);
        }

        return plain.ToString();
    }
}
