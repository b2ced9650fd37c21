using Alys.PromQL.Inference;

namespace Alys.Checks.Catalogs;

/// <summary>Metrics of other programs: what Prometheus, Alertmanager, node exporter and .NET show, and what Prometheus
/// makes itself.</summary>
public static class ForeignMetrics
{
    /// <summary>All of them, read from the lists in this folder: name, type and labels in each line.</summary>
    public static IReadOnlyList<MetricFamily> Read() =>
    [
        .. typeof(ForeignMetrics).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".metrics", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .SelectMany(name => Parse(Text(name))),
    ];

    /// <summary>Reads lines such as <c>up gauge</c> and <c>ALERTS gauge alertname,alertstate</c>. Lines that begin with
    /// <c>#</c> are left out.</summary>
    public static IEnumerable<MetricFamily> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        const StringSplitOptions Lines = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        foreach (string line in text.Split('\n', Lines))
        {
            if (line[0] == '#') continue;
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            yield return new MetricFamily
            {
                Name = words[0],
                Kind = words.Length > 1 && Enum.TryParse(words[1], ignoreCase: true, out MetricKind kind)
                    ? kind : MetricKind.Unknown,
                Labels = words.Length > 2
                    ? [.. words[2].Split(',').Select(label => new MetricLabel(label, IsOptional: true))] : [],
                Unit = NodeCatalog.UnitOf(words[0]),
                HasOtherLabels = true,
            };
        }
    }

    private static string Text(string name)
    {
        using StreamReader reader = new(typeof(ForeignMetrics).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
