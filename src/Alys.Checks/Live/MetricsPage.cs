using System.Globalization;
using System.Text.RegularExpressions;
using Alys.Checks.Catalogs;
using Alys.Checks.Sources;
using Alys.PromQL;
using Alys.PromQL.Inference;

namespace Alys.Checks.Live;

/// <summary>Reads what a metrics page declares and has.</summary>
/// <remarks><b>Source:</b> "Exposition formats" of the documentation of Prometheus; OpenMetrics 1.0.</remarks>
public static partial class MetricsPage
{
    private const string Bound = "le";
    private const string Quantile = "quantile";

    // What a format of a page adds to the name of a family in the names of its series.
    private static readonly string[] Suffixes = ["_bucket", "_sum", "_count", "_total", "_info", "_created"];

    /// <summary>Reads a page in the text format 0.0.4 or as OpenMetrics.</summary>
    /// <param name="page">Its URL or path, and its text.</param>
    /// <param name="limit">How many series it may have.</param>
    /// <exception cref="PageFormatException">It is none.</exception>
    /// <remarks><b>Threads:</b> any. <b>Cost:</b> some milliseconds for each thousand lines.</remarks>
    public static LiveMetrics Read(SourceFile page, long limit)
    {
        ArgumentNullException.ThrowIfNull(page);
        Dictionary<string, Found> families = new(StringComparer.Ordinal);
        long series = 0;
        int start = 0;
        foreach (string line in page.Text.Split('\n'))
        {
            Location where = page.At(new SourceSpan(start, line.TrimEnd().Length));
            start += line.Length + 1;
            if (Declaration().Match(line) is { Success: true } declaration)
            {
                string name = declaration.Groups["name"].Value;
                families.TryAdd(name, new Found(name, declaration.Groups["type"].Value, where));
            }
            else if (line.Length > 0 && line[0] != '#' && line.Trim().Length > 0)
            {
                Match sample = Sample().Match(line);
                if (!sample.Success) throw new PageFormatException($"{where} is no sample: {Shortened(line.Trim())}");
                string name = sample.Groups["name"].Value;
                Declared(families, name, where).Add(name, Label().Matches(sample.Groups["labels"].Value));
                series++;
            }
        }

        if (families.Count == 0) throw new PageFormatException($"{page.Path} has no metric on it");
        return new LiveMetrics(
            page.Path, [.. families.Values.Select(found => found.ToFamily())],
            [new LiveTarget(page.Path, series, limit, page.At(new SourceSpan(0, 0)))], SeesAll: false);
    }

    private static Found Declared(Dictionary<string, Found> families, string name, Location where)
    {
        if (families.TryGetValue(name, out Found? exact)) return exact;
        foreach (string suffix in Suffixes.Where(suffix => name.EndsWith(suffix, StringComparison.Ordinal)))
        {
            if (families.TryGetValue(name[..^suffix.Length], out Found? whole)) return whole;
        }

        return families[name] = new Found(name, "unknown", where);
    }

    private static string Shortened(string line) => line.Length <= 60 ? line : line[..60] + " ...";

    [GeneratedRegex(@"^#[ \t]+TYPE[ \t]+(?<name>\S+)[ \t]+(?<type>\S+)")]
    private static partial Regex Declaration();

    [GeneratedRegex("""
        ^[ \t]*(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)([ \t]*\{(?<labels>([^"}]|"([^"\\]|\\.)*")*)\}[ \t]*|[ \t]+)[-+.0-9IN]
        """, RegexOptions.ExplicitCapture)]
    private static partial Regex Sample();

    [GeneratedRegex("""
        (?<name>[a-zA-Z_][a-zA-Z0-9_]*)[ \t]*=[ \t]*"(?<value>([^"\\]|\\.)*)"
        """, RegexOptions.ExplicitCapture)]
    private static partial Regex Label();

    private sealed class Found(string name, string type, Location where)
    {
        private readonly Dictionary<string, int> _labels = new(StringComparer.Ordinal);
        private readonly SortedSet<double> _bounds = [];
        private string _name = name;
        private int _series;

        public void Add(string series, MatchCollection labels)
        {
            _series++;
            // OpenMetrics declares a counter, and information, without the end that their series have.
            if (type is "counter" or "info" && series.StartsWith(_name + "_", StringComparison.Ordinal)
                && !series.EndsWith("_created", StringComparison.Ordinal))
            {
                _name = series;
            }

            foreach (Match label in labels)
            {
                string key = label.Groups["name"].Value;
                if (key == Bound && type == "histogram") AddBound(label.Groups["value"].Value);
                else if (key != Quantile || type != "summary") _labels[key] = _labels.GetValueOrDefault(key) + 1;
            }
        }

        public LiveFamily ToFamily() => new(
            new MetricFamily
            {
                Name = _name,
                Kind = type switch
                {
                    "counter" => MetricKind.Counter,
                    "gauge" or "info" or "stateset" => MetricKind.Gauge,
                    "histogram" => MetricKind.Histogram,
                    "summary" => MetricKind.Summary,
                    _ => MetricKind.Unknown,
                },
                Labels =
                [
                    .. _labels.OrderBy(label => label.Key, StringComparer.Ordinal)
                        .Select(label => new MetricLabel(label.Key, IsOptional: label.Value < _series)),
                ],
                // A family without series does not show which labels they will have.
                HasOtherLabels = _series == 0,
                Unit = NodeCatalog.UnitOf(_name),
                Bounds = type == "histogram" && _bounds.Count > 0 ? [.. _bounds] : null,
            },
            _series, where);

        private void AddBound(string text)
        {
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double bound)
                && double.IsFinite(bound))
            {
                _bounds.Add(bound);
            }
        }
    }
}
