using System.Globalization;
using Alys.Checks.Catalogs;
using Alys.PromQL.Inference;

namespace Alys.Checks.Tests.Cases;

/// <summary>A small catalog in a page: a line for each metric.</summary>
internal static class CaseCatalog
{
    /// <summary>Reads lines such as <c>alys_x_total counter phase=a|b,peer : What it is.</c>; <c>phase=*9</c> has nine
    /// values, and bounds of a histogram stand in brackets: <c>histogram[0.1|1]</c>.</summary>
    public static IEnumerable<CatalogMetric> Parse(string text)
    {
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = line.Split(" :", 2);
            string[] words = parts[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            string type = words[1].Split('[')[0];
            MetricFamily family = new()
            {
                Name = words[0],
                Kind = Enum.Parse<MetricKind>(type, ignoreCase: true),
                Labels = words.Length > 2 ? [.. words[2].Split(',').Select(Label)] : [],
                Unit = NodeCatalog.UnitOf(words[0]),
                Bounds = type == "histogram" ? Bounds(words[1]) : null,
            };
            long sets = family.Labels.Aggregate(1L, (count, label) => count * (label.Values?.Count ?? 1));
            yield return new CatalogMetric(
                family, parts.Length > 1 ? parts[1].Trim() : "", type,
                sets * (family.Bounds is { } bounds ? bounds.Count + 3 : 1));
        }
    }

    private static MetricLabel Label(string text) => text.Split('=') is [var name, var values]
        ? new MetricLabel(name, values[0] == '*' ? Numbered(values[1..]) : values.Split('|')) : new MetricLabel(text);

    private static string[] Numbered(string count) =>
        [.. Enumerable.Range(0, int.Parse(count, CultureInfo.InvariantCulture)).Select(i => $"v{i}")];

    private static double[] Bounds(string type) =>
    [
        .. type.Split('[', ']')[1].Split('|').Select(bound => double.Parse(bound, CultureInfo.InvariantCulture)),
    ];
}
