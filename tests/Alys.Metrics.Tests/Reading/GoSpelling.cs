using System.Globalization;
using System.Text.RegularExpressions;

namespace Alys.Metrics.Tests.Reading;

/// <summary>
/// Whether a bound is spelled as Go spells it, looked at from the other side than a formatter does: does the text read
/// back as a number, with no more digits than it takes, in the form that its size demands?
/// Source: Go <c>strconv.FormatFloat(f, 'g', -1, 64)</c>; OpenMetrics 1.0.0 wants a point in every number.
/// </summary>
internal static partial class GoSpelling
{
    internal static bool IsOf(string text, ExpositionFormat format)
    {
        if (text == "+Inf") return true;
        Match match = Form().Match(text);
        if (!match.Success) return false;
        double value = double.Parse(text, CultureInfo.InvariantCulture);
        string digits = Digits(match.Groups["mantissa"].Value);
        string shortest = value.ToString("R", CultureInfo.InvariantCulture).Split('E')[0];
        if (value != 0 && digits != Digits(shortest)) return false;

        bool hasExponent = match.Groups["exponent"].Success;
        bool isPlain = value == 0 || value is >= 1e-4 and < 1e6;
        if (hasExponent == isPlain) return false;
        bool isWhole = !text.Contains('.', StringComparison.Ordinal);
        bool mayEndInZero = format == ExpositionFormat.OpenMetrics;
        bool endsInZero = text.EndsWith(".0", StringComparison.Ordinal);
        return hasExponent || (mayEndInZero ? !isWhole : !endsInZero);
    }

    private static string Digits(string mantissa) =>
        mantissa.Replace(".", "", StringComparison.Ordinal).TrimStart('0').TrimEnd('0');

    // A mantissa of one digit before the point when there is an exponent, and at least two digits in the exponent.
    [GeneratedRegex(
        @"^(?<mantissa>[1-9](\.[0-9]*[1-9])?)(?<exponent>e[+-]([0-9][0-9]|[1-9][0-9][0-9]))$|" +
        @"^(?<mantissa>(0|[1-9][0-9]*)(\.[0-9]*[1-9]|\.0)?)$")]
    private static partial Regex Form();
}
