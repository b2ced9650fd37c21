using Alys.PromQL;

namespace Alys.Checks.Documents;

/// <summary>Where each character of a scalar stands in the file.</summary>
internal static class ScalarPlaces
{
    /// <summary>A position for each character of the value and one for its end. Where the way it is written is too odd
    /// to follow, a position nearby.</summary>
    public static int[] Of(string text, SourceSpan span, string value, ScalarStyle style) => style switch
    {
        ScalarStyle.SingleQuoted => Quoted(text, span.Start + 1, span.End, value, SingleLength),
        ScalarStyle.DoubleQuoted => Quoted(text, span.Start + 1, span.End, value, DoubleLength),
        ScalarStyle.Block => Lines(text, NextLine(text, span.Start), span.End, value),
        _ => Lines(text, span.Start, span.End, value),
    };

    private static int[] Quoted(
        string text, int start, int end, string value, Func<string, int, int> lengthOf)
    {
        int[] places = new int[value.Length + 1];
        int position = start;
        for (int i = 0; i <= value.Length; i++)
        {
            places[i] = Math.Min(position, end);
            if (position < end) position += lengthOf(text, position);
        }

        return places;
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

    // Lines that are indented, and joined by line ends or by spaces: in both cases by one character.
    private static int[] Lines(string text, int start, int end, string value)
    {
        int[] places = new int[value.Length + 1];
        int position = SkipBlanks(text, start, end);
        for (int i = 0; i < value.Length; i++)
        {
            places[i] = Math.Min(position, end);
            bool atEnd = position < end && text[position] is '\n' or '\r';
            // A blank line of a folded text, or an end that the value has not.
            if (atEnd && value[i] is not ('\n' or ' '))
            {
                position = SkipBlanks(text, position, end);
                places[i] = Math.Min(position, end);
                position++;
            }
            else if (atEnd) position = Indented(text, position, end, value, i);
            else position++;
        }

        places[value.Length] = Math.Min(position, end);
        return places;
    }

    // Past a line end and the indentation of the next line: as many blanks as the value has none of there.
    private static int Indented(string text, int position, int end, string value, int index)
    {
        position = NextLine(text, position);
        int blanks = 0;
        while (position + blanks < end && text[position + blanks] == ' ') blanks++;
        int own = 0;
        while (index + 1 + own < value.Length && value[index + 1 + own] == ' ') own++;
        return position + Math.Max(0, blanks - own);
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
