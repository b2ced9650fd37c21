using System.Text;

namespace Alys.Metrics.Meters;

/// <summary>
/// A unit in UCUM's notation as the word that ends a metric's name: <c>s</c> is <c>seconds</c>, <c>By/s</c> is
/// <c>bytes_per_second</c>. Source: OpenTelemetry specification, "Prometheus and OpenMetrics compatibility: Metric
/// metadata"; the words are those of OpenTelemetry's exporter for .NET.
/// </summary>
internal static class UnitName
{
    private static readonly Dictionary<string, string> Words = new()
    {
        ["d"] = "days",
        ["h"] = "hours",
        ["min"] = "minutes",
        ["s"] = "seconds",
        ["ms"] = "milliseconds",
        ["us"] = "microseconds",
        ["ns"] = "nanoseconds",
        ["By"] = "bytes",
        ["KiBy"] = "kibibytes",
        ["MiBy"] = "mebibytes",
        ["GiBy"] = "gibibytes",
        ["TiBy"] = "tibibytes",
        ["KBy"] = "kilobytes",
        ["MBy"] = "megabytes",
        ["GBy"] = "gigabytes",
        ["TBy"] = "terabytes",
        ["B"] = "bytes",
        ["KB"] = "kilobytes",
        ["MB"] = "megabytes",
        ["GB"] = "gigabytes",
        ["TB"] = "terabytes",
        ["m"] = "meters",
        ["V"] = "volts",
        ["A"] = "amperes",
        ["J"] = "joules",
        ["W"] = "watts",
        ["g"] = "grams",
        ["Cel"] = "celsius",
        ["Hz"] = "hertz",
        ["1"] = "",
        ["%"] = "percent",
        ["$"] = "dollars",
    };

    /// <summary>Units behind a slash, in the singular.</summary>
    private static readonly Dictionary<string, string> PerWords = new()
    {
        ["s"] = "second",
        ["m"] = "minute",
        ["h"] = "hour",
        ["d"] = "day",
        ["w"] = "week",
        ["mo"] = "month",
        ["y"] = "year",
    };

    /// <summary>The word, without underscores at its ends; empty for a unit that leaves none, such as <c>1</c> or
    /// <c>{request}</c>.</summary>
    internal static string Of(string? unit)
    {
        if (string.IsNullOrEmpty(unit)) return "";
        string plain = WithoutAnnotations(unit);
        int slash = plain.IndexOf('/', StringComparison.Ordinal);
        string word = slash < 0 || slash == plain.Length - 1
            ? Words.GetValueOrDefault(plain, plain)
            : Rate(plain[..slash], plain[(slash + 1)..]);
        return MeterNames.Sanitize(word).Trim('_');
    }

    private static string Rate(string unit, string per) =>
        Words.GetValueOrDefault(unit, unit) + "_per_" + PerWords.GetValueOrDefault(per, per);

    /// <summary>Leaves out what stands in braces: <c>{packet}</c> is a comment, not a unit.</summary>
    private static string WithoutAnnotations(string unit)
    {
        var kept = new StringBuilder();
        int from = 0;
        while (unit.IndexOf('{', from) is >= 0 and int open && unit.IndexOf('}', open) is >= 0 and int close)
        {
            kept.Append(unit, from, open - from);
            from = close + 1;
        }

        return kept.Append(unit, from, unit.Length - from).ToString();
    }
}
