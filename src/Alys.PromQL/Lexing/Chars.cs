namespace Alys.PromQL.Lexing;

/// <summary>The classes of characters that PromQL knows. Letters and digits are those of ASCII.</summary>
internal static class Chars
{
    public static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r';

    public static bool IsLetter(char c) => char.IsAsciiLetter(c) || c == '_';

    public static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    /// <summary>Whether a text is a name as it was before 3.0: a letter, then letters and digits.</summary>
    /// <param name="text">The text.</param>
    /// <param name="withColons">Whether it may have colons, as a metric's may.</param>
    public static bool IsName(ReadOnlySpan<char> text, bool withColons)
    {
        if (text.IsEmpty || char.IsAsciiDigit(text[0])) return false;
        foreach (char c in text)
        {
            if (!IsWord(c) && !(withColons && c == ':')) return false;
        }

        return true;
    }

    /// <summary>A character as it is shown in a message.</summary>
    public static string Show(char c) => c is >= ' ' and < '\x7f' ? $"'{c}'" : $"U+{(int)c:X4}";
}
