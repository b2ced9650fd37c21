namespace Alys.PromQL.Lexing;

/// <summary>Strings and their escapes.</summary>
internal sealed partial class Scanner
{
    private const int LargestRune = 0x10FFFF;

    private Token Quoted(char quote)
    {
        int start = _position;
        for (int at = start + 1; at < text.Length; at++)
        {
            char c = text[at];
            if (c == quote) return Made(TokenKind.Text, at + 1 - start);
            if (c == '\n' && quote != '`')
            {
                return Error(
                    start, at, "a string ends with its line", "Close it, write \\n, or put it between backticks.");
            }

            if (c == '\\' && quote != '`')
            {
                at = EndOfEscape(at, quote) - 1;
                if (at < 0) return new Token(TokenKind.Error, new SourceSpan(start, text.Length - start));
            }
            else if (IsNoCharacter(at))
            {
                return Error(at, at + 1, "this character is not valid UTF-8", "Write it as an escape: \\ufffd.");
            }
            else if (char.IsHighSurrogate(c))
            {
                at++;
            }
        }

        return Error(start, text.Length, $"a string is not closed", $"Add the missing {quote} to it.");
    }

    // Go cannot tell the replacement character from what is no UTF-8, so it refuses it.
    private bool IsNoCharacter(int at) => text[at] == '\uFFFD'
        || (char.IsHighSurrogate(text[at]) && (at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1])))
        || char.IsLowSurrogate(text[at]);

    // Where an escape ends that begins at a backslash; negative when it is none, which has then been said.
    private int EndOfEscape(int backslash, char quote)
    {
        int at = backslash + 1;
        if (at == text.Length) return BadEscape(backslash, at, "an escape is not finished");
        char c = text[at];
        if (c == quote || "abfnrtv\\".Contains(c, StringComparison.Ordinal)) return at + 1;
        (int start, int count, int radix, int largest) = c switch
        {
            >= '0' and <= '7' => (at, 3, 8, 255),
            'x' => (at + 1, 2, 16, 255),
            'u' => (at + 1, 4, 16, LargestRune),
            'U' => (at + 1, 8, 16, LargestRune),
            _ => (0, 0, 0, 0),
        };
        if (count == 0) return BadEscape(backslash, at + 1, $"'\\{c}' is no escape");
        long value = 0;
        for (int i = start; i < start + count; i++)
        {
            int digit = i < text.Length && char.IsAsciiHexDigit(text[i]) ? text[i] switch
            {
                <= '9' => text[i] - '0',
                <= 'F' => text[i] - 'A' + 10,
                _ => text[i] - 'a' + 10,
            } : radix;
            if (digit >= radix)
                return BadEscape(backslash, Math.Min(i + 1, text.Length), $"this escape needs {count} digits");
            value = (value * radix) + digit;
        }

        return value > largest || value is >= 0xD800 and < 0xE000
            ? BadEscape(backslash, start + count, "this escape is no character") : start + count;
    }

    private int BadEscape(int start, int end, string message)
    {
        Error(start, end, message, "In a pattern write two backslashes, or put it between backticks.");
        return -1;
    }
}
