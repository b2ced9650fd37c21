using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Alys.Metrics.Tests.Generated;

/// <summary>A sample that must be read back: its name with the type's suffix, its labels, its value.</summary>
/// <param name="Name">The sample's name.</param>
/// <param name="Labels">In any order.</param>
/// <param name="Value">Its value.</param>
/// <param name="Tolerance">How far a value may be off, as a part of it: a sum of reals depends on the order, which
/// nobody promises. 0: not a bit.</param>
internal sealed record ExpectedSample(
    string Name, (string Name, string Value)[] Labels, double Value, double Tolerance = 0)
{
    /// <summary>
    /// A text that is equal for equal series: labels in the order of their names, values quoted so that nothing can run
    /// together, and the bound of a bucket as a number, because its spelling differs between the formats.
    /// </summary>
    internal static string Key(string name, IEnumerable<(string Name, string Value)> labels, bool withEmpty)
    {
        var key = new StringBuilder(name);
        foreach ((string label, string value) in labels.OrderBy(label => label.Name, StringComparer.Ordinal))
        {
            // Prometheus: a label with an empty value is the same as no label.
            if (value.Length == 0 && !withEmpty) continue;
            string shown = label == "le" ? Bound(value) : JsonSerializer.Serialize(value);
            key.Append(CultureInfo.InvariantCulture, $" {label}={shown}");
        }

        return key.ToString();
    }

    internal string Key(bool withEmpty) => Key(Name, Labels, withEmpty);

    /// <summary>A number as its bits; one NaN is like another.</summary>
    internal static long Bits(double value) => BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value);

    private static string Bound(string le) =>
        le == "+Inf" ? le : double.Parse(le, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture);
}
