using System.Text;
using Alys.Metrics.Naming;

namespace Alys.Metrics.Exposition;

/// <summary>
/// Name and labels of a child as bytes, rendered once when it is made: a scrape copies them and formats numbers.
/// Source: Prometheus text format 0.0.4 and OpenMetrics 1.0.0, "Escaping": backslash, quote and newline in a value.
/// </summary>
internal sealed class ChildPrefix
{
    /// <summary>For instruments that render their own lines.</summary>
    internal static readonly ChildPrefix None = new([], [], [], []);

    private ChildPrefix(byte[] sample, byte[] bucket, byte[] sum, byte[] count) =>
        (Sample, Bucket, Sum, Count) = (sample, bucket, sum, count);

    /// <summary><c>name{a="b"} </c>, for types with one sample a child.</summary>
    internal byte[] Sample { get; }

    /// <summary><c>name_bucket{a="b",</c>, to be followed by <c>le</c>.</summary>
    internal byte[] Bucket { get; }

    /// <summary><c>name_sum{a="b"} </c>.</summary>
    internal byte[] Sum { get; }

    /// <summary><c>name_count{a="b"} </c>.</summary>
    internal byte[] Count { get; }

    internal static ChildPrefix Create(
        string name, MetricType type, ReadOnlySpan<string> labels, ReadOnlySpan<string> values)
    {
        string inner = Labels(labels, values);
        if (type != MetricType.Histogram) return new ChildPrefix(Utf8.Of($"{name}{Braced(inner)} "), [], [], []);
        string separator = inner.Length == 0 ? "" : ",";
        return new ChildPrefix(
            [],
            Utf8.Of($"{name}_bucket{{{inner}{separator}"),
            Utf8.Of($"{name}_sum{Braced(inner)} "),
            Utf8.Of($"{name}_count{Braced(inner)} "));
    }

    /// <summary>Every combination of the values, the last label's running fastest; one empty one without
    /// labels.</summary>
    internal static IEnumerable<string[]> Combinations(IReadOnlyList<string>[] values) =>
        values.Aggregate(
            (IEnumerable<string[]>)[[]],
            (sets, next) => sets.SelectMany(set => next.Select(value => (string[])[.. set, value])));

    private static string Braced(string labels) => labels.Length == 0 ? "" : "{" + labels + "}";

    private static string Labels(ReadOnlySpan<string> labels, ReadOnlySpan<string> values)
    {
        var text = new StringBuilder();
        for (int i = 0; i < labels.Length; i++)
        {
            if (i > 0) text.Append(',');
            text.Append(labels[i]).Append("=\"").Append(Escape(values[i])).Append('"');
        }

        return text.ToString();
    }

    private static string Escape(string value) => value
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);
}
