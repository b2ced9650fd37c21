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

    /// <summary>The shortest digits d1d2d3… and the exponent, so that the value is d1.d2d3… × 10^exponent. Both come
    /// from one text: of 1e23 the digits to full precision begin with 9.99…e22.</summary>
    private static (string Digits, int Exponent) Decompose(double value)
    {
        string shortest = value.ToString("R", CultureInfo.InvariantCulture);
        int exponentAt = shortest.IndexOf('E', StringComparison.Ordinal);
        string mantissa = exponentAt < 0 ? shortest : shortest[..exponentAt];
        int power = exponentAt < 0
            ? 0
            : int.Parse(
                shortest.AsSpan(exponentAt + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        int point = mantissa.IndexOf('.', StringComparison.Ordinal);
        int whole = point < 0 ? mantissa.Length : point;
        string digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        string significant = digits.TrimStart('0');
        int leadingZeros = digits.Length - significant.Length;
        return (significant.TrimEnd('0'), power + whole - 1 - leadingZeros);
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
