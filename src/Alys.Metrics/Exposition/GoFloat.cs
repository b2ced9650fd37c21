using System.Globalization;

namespace Alys.Metrics.Exposition;

/// <summary>
/// Numbers as Go's <c>%g</c> prints them with the fewest digits: how Prometheus spells <c>le</c>, which is compared as
/// text. Source: Go <c>strconv.FormatFloat(f, 'g', -1, 64)</c>; OpenMetrics 1.0.0, "Considerations: Canonical Numbers".
/// </summary>
internal static class GoFloat
{
    private const int LeastPlainExponent = -4;
    private const int LeastLargeExponent = 6;

    /// <summary>The text format's spelling: <c>1e-05</c>, <c>0.0001</c>, <c>5</c>, <c>1e+06</c>, <c>+Inf</c>.</summary>
    internal static string Format(double value)
    {
        if (double.IsNaN(value)) return "NaN";
        if (double.IsInfinity(value)) return value > 0 ? "+Inf" : "-Inf";
        if (value == 0) return double.IsNegative(value) ? "-0" : "0";

        (string digits, int exponent) = Decompose(Math.Abs(value));
        string sign = value < 0 ? "-" : "";
        return sign + (exponent is < LeastPlainExponent or >= LeastLargeExponent
            ? WithExponent(digits, exponent)
            : Plain(digits, exponent));
    }

    /// <summary>OpenMetrics' spelling: the same, and whole numbers end in <c>.0</c>.</summary>
    internal static string FormatCanonical(double value)
    {
        string text = Format(value);
        return text.All(c => c == '-' || char.IsAsciiDigit(c)) ? text + ".0" : text;
    }

    /// <summary>The shortest digits d1d2d3… and the exponent, so that the value is d1.d2d3… × 10^exponent.</summary>
    /// <remarks>Both come from the shortest text: 9.999…E22 is spelled 1E+23, and so its exponent is 23.</remarks>
    private static (string Digits, int Exponent) Decompose(double value)
    {
        string[] shortest = value.ToString("R", CultureInfo.InvariantCulture).Split('E');
        string mantissa = shortest[0];
        int power = shortest.Length == 1 ? 0
            : int.Parse(shortest[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        int point = mantissa.IndexOf('.', StringComparison.Ordinal);
        int wholeDigits = point < 0 ? mantissa.Length : point;
        string digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        string significant = digits.TrimStart('0');
        int leadingZeros = digits.Length - significant.Length;
        return (significant.TrimEnd('0'), power + wholeDigits - leadingZeros - 1);
    }

    private static string WithExponent(string digits, int exponent)
    {
        string fraction = digits.Length > 1 ? "." + digits[1..] : "";
        string power = Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture);
        return $"{digits[0]}{fraction}e{(exponent < 0 ? '-' : '+')}{power}";
    }

    private static string Plain(string digits, int exponent)
    {
        if (exponent < 0) return "0." + new string('0', -exponent - 1) + digits;
        if (digits.Length <= exponent + 1) return digits.PadRight(exponent + 1, '0');
        return digits[..(exponent + 1)] + "." + digits[(exponent + 1)..];
    }
}
