namespace Alys.PromQL.Lexing;

/// <summary>Grafana's variables in a text.</summary>
internal static class VariableText
{
    /// <summary>How long the variable is that begins at a position; 0 when none does.</summary>
    public static int Length(ReadOnlySpan<char> text, int start)
    {
        ReadOnlySpan<char> rest = text[start..];
        if (rest.StartsWith("${", StringComparison.Ordinal)) return Closed(rest, 2, "}");
        if (rest.StartsWith("[[", StringComparison.Ordinal)) return Closed(rest, 2, "]]");
        if (rest is not ['$', var first, ..] || !Chars.IsLetter(first)) return 0;
        int end = 2;
        while (end < rest.Length && Chars.IsWord(rest[end])) end++;
        return end;
    }

    /// <summary>Whether a text has a variable in it.</summary>
    public static bool IsIn(ReadOnlySpan<char> text)
    {
        for (int at = text.IndexOfAny('$', '['); at >= 0 && at < text.Length; at++)
        {
            if (text[at] is '$' or '[' && Length(text, at) > 0) return true;
        }

        return false;
    }

    /// <summary>The name of the variable that is all of a text, without its sign and its format; null when the text is
    /// something else.</summary>
    public static string? Name(string text)
    {
        if (text.Length == 0 || Length(text, 0) != text.Length) return null;
        int start = text[0] == '[' || text[1] == '{' ? 2 : 1;
        int end = start;
        while (end < text.Length && Chars.IsWord(text[end])) end++;
        return text[start..end];
    }

    // A name, and behind a colon a format or behind a dot a field, up to the closing sign.
    private static int Closed(ReadOnlySpan<char> rest, int start, string closing)
    {
        if (rest.Length <= start || !Chars.IsLetter(rest[start])) return 0;
        int end = start;
        while (end < rest.Length && Chars.IsWord(rest[end])) end++;
        if (end < rest.Length && rest[end] is ':' or '.')
        {
            while (end < rest.Length && rest[end] is not ('}' or ']' or '\n' or '"' or '\'' or '`')) end++;
        }

        return rest[end..].StartsWith(closing, StringComparison.Ordinal) ? end + closing.Length : 0;
    }
}
