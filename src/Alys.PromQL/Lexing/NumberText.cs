using System.Globalization;

namespace Alys.PromQL.Lexing;

/// <summary>The values of PromQL's numbers, which are Go's.</summary>
/// <remarks><b>Source:</b> https://go.dev/ref/spec#Integer_literals and #Floating-point_literals.</remarks>
internal static class NumberText
{
    /// <summary>The value of a number; false when it is none or too large.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out double value)
    {
        if (text.Equals("inf", StringComparison.OrdinalIgnoreCase))
        {
            value = double.PositiveInfinity;
            return true;
        }

        if (text.Equals("nan", StringComparison.OrdinalIgnoreCase))
        {
            value = double.NaN;
            return true;
        }

        if (TryParseInteger(text, out long integer))
        {
            value = integer;
            return true;
        }

        return TryParseDecimal(text, out value);
    }

    // As an integer with a prefix: 0x, 0 for octal; underscores between digits.
    private static bool TryParseInteger(ReadOnlySpan<char> text, out long value)
    {
        value = 0;
        int radix = 10;
        int start = 0;
        if (text is ['0', 'x' or 'X', ..]) (radix, start) = (16, 2);
        else if (text is ['0', _, ..]) (radix, start) = (8, 1);
        if (start == text.Length) return false;
        bool wasDigit = start > 0;
        for (int at = start; at < text.Length; at++)
        {
            if (text[at] == '_')
            {
                if (!wasDigit || at == text.Length - 1) return false;
                wasDigit = false;
                continue;
            }

            int digit = char.IsAsciiHexDigit(text[at]) ? Convert.ToInt32(text.Slice(at, 1).ToString(), 16) : radix;
            if (digit >= radix || value > (long.MaxValue - digit) / radix) return false;
            value = (value * radix) + digit;
            wasDigit = true;
        }

        return true;
    }

    private static bool TryParseDecimal(ReadOnlySpan<char> text, out double value)
    {
        value = 0;
        Span<char> plain = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        int length = 0;
        for (int at = 0; at < text.Length; at++)
        {
            char c = text[at];
            if (c == '_')
            {
                bool isBetween = at > 0 && char.IsAsciiDigit(text[at - 1])
                    && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);
                if (!isBetween) return false;
                continue;
            }

            if (!char.IsAsciiDigit(c) && c is not ('.' or 'e' or 'E' or '+' or '-')) return false;
            plain[length++] = c;
        }

        const NumberStyles style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(plain[..length], style, CultureInfo.InvariantCulture, out value)
            && double.IsFinite(value);
    }
}
