using System.Globalization;

namespace Alys.Metrics.Meters;

/// <summary>
/// The value of a tag as a label's text, in no culture, letter for letter as OpenTelemetry's Prometheus exporter for
/// .NET writes it. Source: OpenMetrics 1.0.0, "Considerations: Canonical Numbers", for doubles.
/// </summary>
internal static class TagText
{
    private const double LeastScientific = 1e6;
    private const double LeastPlain = 1e-4;

    /// <summary>The text; empty for null. Runs code of the value's type, which may throw.</summary>
    internal static string Of(object? value) => value switch
    {
        null => "",
        string text => text,
        bool flag => flag ? "true" : "false",
        double number => Canonical(number),
        float number => Canonical(number),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture) ?? "",
        _ => value.ToString() ?? "",
    };

    private static string Canonical(double value)
    {
        if (double.IsNaN(value)) return "NaN";
        if (double.IsInfinity(value)) return value > 0 ? "+Inf" : "-Inf";
        if (value == 0) return "0.0";
        double size = Math.Abs(value);
        if (size <= 10 && value == Math.Round(value, 3)) return Fixed(value, "0.0##");
        if (size < LeastScientific && value == Math.Round(value)) return Fixed(value, "0.0");
        int power = (int)Math.Round(Math.Log10(size));
        if (power is >= -10 and <= 10 && size == PowerOfTen(power))
            return power is >= 6 or <= -5 ? Scientific(value < 0, power) : Fixed(value, "0.0###");
        return value.ToString(size is >= LeastScientific or < LeastPlain ? "e17" : "G17", CultureInfo.InvariantCulture);
    }

    private static string Fixed(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static double PowerOfTen(int power) =>
        double.Parse($"1e{power.ToString(CultureInfo.InvariantCulture)}", CultureInfo.InvariantCulture);

    private static string Scientific(bool negative, int power)
    {
        string digits = Math.Abs(power).ToString("00", CultureInfo.InvariantCulture);
        return $"{(negative ? "-1e" : "1e")}{(power < 0 ? '-' : '+')}{digits}";
    }
}
