using System.Globalization;
using Alys.Metrics.Exposition;

namespace Alys.Metrics.Meters;

/// <summary>
/// The value of a tag as a label's text, in no culture, letter for letter as OpenTelemetry's Prometheus exporter for
/// .NET writes it. Source: OpenMetrics 1.0.0, "Considerations: Canonical Numbers", for doubles.
/// </summary>
internal static class TagText
{
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

    private static string Canonical(double value) => value == 0 ? "0.0" : GoFloat.FormatCanonical(value);
}
