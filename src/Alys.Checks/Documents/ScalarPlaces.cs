using Alys.PromQL;

namespace Alys.Checks.Documents;

/// <summary>Where each character of a scalar stands in the file.</summary>
internal static class ScalarPlaces
{
    /// <summary>A position for each character of the value and one for its end. Where the way it is written is too odd
    /// to follow, a position nearby.</summary>
    public static int[] Of(string text, SourceSpan span, string value, ScalarStyle style) => style switch
    {
        ScalarStyle.SingleQuoted => Flow(text, span.Start + 1, span.End - 1, value, SingleLength),
        ScalarStyle.DoubleQuoted => Flow(text, span.Start + 1, span.End - 1, value, DoubleLength),
        ScalarStyle.Block => Block(text, span, value),
        _ => Flow(text, span.Start, span.End, value, (_, _) => 1),
    };

    // In quotes or none. A line end with the blanks around it is one space; of several, all but one are line feeds.
    private static int[] Flow(string text, int start, int end, string value, Func<string, int, int> lengthOf)
    {
        int[] places = new int[value.Length + 1];
        int position = Math.Max(0, start);
        int blanksUntil = position;
        for (int i = 0; i <= value.Length; i++)
        {
            position = PastHiddenEnd(text, position, end, lengthOf);
            places[i] = Math.Max(start, Math.Min(position, end));
            if (i == value.Length || position >= end) continue;
            // Blanks that end no line are looked at once only, so that many of them take no time.
            (int length, int lines) = position < blanksUntil ? (0, 0) : Fold(text, position, end);
            if (lines == 0)
            {
                blanksUntil = Math.Max(blanksUntil, position + length);
                length = lengthOf(text, position);
                // One escape for the two halves of a character.
                if (length > 6 && char.IsHighSurrogate(value[i]) && i + 1 < value.Length) places[++i] = places[i - 1];
            }

            for (int more = 2; more < lines && i + 1 < value.Length; more++) places[++i] = position;
            position += length;
        }

        return places;
    }

    // In double quotes a backslash joins two lines without a space.
    private static int PastHiddenEnd(string text, int position, int end, Func<string, int, int> lengthOf)
    {
        if (position + 1 >= end || text[position] != '\\' || text[position + 1] is not ('\n' or '\r')) return position;
        return lengthOf(text, position) == 1 ? position : SkipBlanks(text, position + 1, end);
    }

    private static (int Length, int Lines) Fold(string text, int position, int end)
    {
        int after = SkipBlanks(text, position, end);
        return (after - position, text.AsSpan(position, after - position).Count('\n'));
    }

    private static int SingleLength(string text, int position) =>
        text[position] == '\'' && position + 1 < text.Length && text[position + 1] == '\'' ? 2 : 1;

    private static int DoubleLength(string text, int position)
    {
        if (text[position] != '\\' || position + 1 >= text.Length) return 1;
        return text[position + 1] switch
        {
            'x' => 4,
            'u' => 6,
            'U' => 10,
            _ => 2,
        };
    }

    // In lines of their own: each without its indentation, joined by line feeds or, folded, by spaces.
    private static int[] Block(string text, SourceSpan span, string value)
    {
        int[] places = new int[value.Length + 1];
        int end = Math.Min(span.End, text.Length);
        int position = Math.Min(NextLine(text, span.Start), end);
        int indentation = Indentation(text, span, position);
        int i = 0;
        while (i < value.Length)
        {
            int line = NextLine(text, position) is var next && next < end ? next : end;
            int last = EndOfLine(text, position, line);
            position = Math.Min(position + Math.Min(indentation, Blanks(text, position, last)), last);
            for (; position < last && i < value.Length && value[i] != '\n'; position++) places[i++] = position;
            // A line feed for each line end; in folded texts a space for one, and one less for several.
            if (i < value.Length && (line < end || value[i] == '\n'))
            {
                bool isJoined = value[i] is '\n' or ' ' && (value[i] == '\n' || position >= last);
                if (isJoined) places[i++] = last;
            }

            if (line >= end) break;
            position = line;
        }

        Array.Fill(places, end, i, places.Length - i);
        return places;
    }

    // As its header says, counted from its parent, or that of its first line that is not blank.
    private static int Indentation(string text, SourceSpan span, int position)
    {
        while (position < span.End)
        {
            int line = NextLine(text, position);
            int last = EndOfLine(text, position, line);
            int blanks = Blanks(text, position, last);
            if (position + blanks < last)
                return HasOwnIndentation(text, span) ? Math.Min(blanks, Parent(text, span)) : blanks;
            position = line;
        }

        return 0;
    }

    private static bool HasOwnIndentation(string text, SourceSpan span) =>
        text.AsSpan(span.Start, Math.Min(3, text.Length - span.Start)).ContainsAnyInRange('1', '9');

    private static int Parent(string text, SourceSpan span)
    {
        int line = text.LastIndexOf('\n', Math.Max(0, span.Start - 1)) + 1;
        int header = text.AsSpan(span.Start).IndexOfAnyInRange('1', '9');
        // A dash before the key is a part of the indentation of what it begins.
        int blanks = 0;
        while (line + blanks < span.Start && text[line + blanks] is ' ' or '-') blanks++;
        return blanks + (text[span.Start + header] - '0');
    }

    private static int Blanks(string text, int position, int last)
    {
        int blanks = 0;
        while (position + blanks < last && text[position + blanks] == ' ') blanks++;
        return blanks;
    }

    private static int EndOfLine(string text, int position, int next)
    {
        int last = next;
        if (last > position && text[last - 1] == '\n') last--;
        if (last > position && text[last - 1] == '\r') last--;
        return last;
    }

    private static int SkipBlanks(string text, int position, int end)
    {
        while (position < end && char.IsWhiteSpace(text[position])) position++;
        return position;
    }

    private static int NextLine(string text, int position)
    {
        int line = text.IndexOf('\n', Math.Min(position, text.Length));
        return line < 0 ? text.Length : line + 1;
    }
}
