using System.Text;

namespace Alys.PromQL.Regexes;

/// <summary>Classes of characters, and escapes.</summary>
internal sealed partial class GoRegexReader
{
    private static readonly HashSet<string> PosixClasses = new(StringComparer.Ordinal)
    {
        "alnum", "alpha", "ascii", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space", "upper",
        "word", "xdigit",
    };

    private RegexShape? Escaped()
    {
        char c = _at + 1 < pattern.Length ? pattern[_at + 1] : '\0';
        switch (c)
        {
            case 'A' or 'z' or 'B':
                _at += 2;
                return RegexShape.Place(isAtEmpty: true);
            case 'b':
                _at += 2;
                return RegexShape.Place(isAtEmpty: false);
            case 'Q':
                Quote();
                return null;
            case 'd' or 's' or 'w' or 'D' or 'S' or 'W':
                _at += 2;
                return RegexShape.Character;
            case 'p' or 'P':
                UnicodeClass();
                return RegexShape.Character;
            default:
                EscapedCharacter();
                return RegexShape.Character;
        }
    }

    // \Q...\E. Prometheus puts the pattern into a group, which a \Q that is not ended would swallow the end of.
    private void Quote()
    {
        int end = pattern.IndexOf("\\E", _at + 2, StringComparison.Ordinal);
        if (end < 0) Fail("a \\Q has no \\E");
        bool isEmpty = end == _at + 2;
        _at = isEmpty ? end + 2 : _at + 2;
        _quotedEnd = isEmpty ? 0 : end;
    }

    private void Class()
    {
        _at++;
        if (_at < pattern.Length && pattern[_at] == '^') _at++;
        for (bool isFirst = true; !IsAtEnd && (isFirst || pattern[_at] != ']'); isFirst = false)
        {
            if (PosixClass()) continue;
            char next = _at + 1 < pattern.Length ? pattern[_at + 1] : '\0';
            if (pattern[_at] == '\\' && next is 'p' or 'P')
            {
                UnicodeClass();
                continue;
            }

            if (pattern[_at] == '\\' && next is 'd' or 's' or 'w' or 'D' or 'S' or 'W')
            {
                _at += 2;
                continue;
            }

            int low = ClassCharacter();
            bool isRange = _at + 1 < pattern.Length && pattern[_at] == '-' && pattern[_at + 1] != ']';
            if (!isRange || Error is not null) continue;
            _at++;
            if (ClassCharacter() < low) Fail("a range of characters goes backwards");
        }

        if (_at >= pattern.Length) Fail("a '[' is not closed");
        else _at++;
    }

    private bool PosixClass()
    {
        if (pattern[_at] != '[' || _at + 1 >= pattern.Length || pattern[_at + 1] != ':') return false;
        int end = pattern.IndexOf(":]", _at + 2, StringComparison.Ordinal);
        if (end < 0) return false;
        string name = pattern[(_at + 2)..end].TrimStart('^');
        if (!PosixClasses.Contains(name)) Fail($"there is no class [:{name}:]");
        _at = end + 2;
        return true;
    }

    private int ClassCharacter()
    {
        if (IsAtEnd) return 0;
        if (pattern[_at] == '\\') return EscapedCharacter();
        Rune.DecodeFromUtf16(pattern.AsSpan(_at), out Rune rune, out int taken);
        _at += taken;
        return rune.Value;
    }

    private void UnicodeClass()
    {
        string name;
        int start = _at + 2;
        if (start < pattern.Length && pattern[start] == '{')
        {
            int end = pattern.IndexOf('}', start);
            name = end < 0 ? "" : pattern[(start + 1)..end];
            _at = end + 1;
        }
        else
        {
            name = start < pattern.Length ? pattern[start].ToString() : "";
            _at = Math.Min(start + 1, pattern.Length);
        }

        if (name.StartsWith('^')) name = name[1..];
        if (!UnicodeNames.Has(name, isThree)) Fail($"there is no class of characters '{name}'");
    }

    // An escape that stands for one character, whose number it returns.
    private int EscapedCharacter()
    {
        if (_at + 1 >= pattern.Length)
        {
            Fail("it ends in a backslash");
            return 0;
        }

        char c = pattern[_at + 1];
        _at += 2;
        if (c < '\x80' && !char.IsAsciiLetterOrDigit(c)) return c;
        int simple = "afnrtv".IndexOf(c, StringComparison.Ordinal);
        if (simple >= 0) return "\a\f\n\r\t\v"[simple];
        bool isOctal = c == '0'
            || (c is >= '1' and <= '7' && _at < pattern.Length && pattern[_at] is >= '0' and <= '7');
        if (isOctal) return Octal(c - '0');
        if (c == 'x' && Hexadecimal() is { } value) return value;
        Fail($"'\\{c}' is no escape");
        return 0;
    }

    private int Octal(int value)
    {
        for (int i = 1; i < 3 && _at < pattern.Length && pattern[_at] is >= '0' and <= '7'; i++)
            value = (value * 8) + pattern[_at++] - '0';
        return value;
    }

    // Behind \x: two digits, or any number of them in braces.
    private int? Hexadecimal()
    {
        if (_at >= pattern.Length) return null;
        bool isBraced = pattern[_at] == '{';
        int start = isBraced ? _at + 1 : _at;
        int end = isBraced ? pattern.IndexOf('}', start) : start + 2;
        if (end <= start || end > pattern.Length) return null;
        int value = 0;
        foreach (char c in pattern.AsSpan(start, end - start))
        {
            if (!char.IsAsciiHexDigit(c)) return null;
            value = (value * 16) + Convert.ToInt32(c.ToString(), 16);
            if (value > 0x10FFFF) return null;
        }

        _at = isBraced ? end + 1 : end;
        return value;
    }
}
