using System.Globalization;
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
    internal static readonly ChildPrefix None = new([], [], [], [], null);

    private ChildPrefix(byte[] sample, byte[] bucket, byte[] sum, byte[] count, byte[]? created) =>
        (Sample, Bucket, Sum, Count, Created) = (sample, bucket, sum, count, created);

    /// <summary><c>name{a="b"} </c>, for types with one sample a child.</summary>
    internal byte[] Sample { get; }

    /// <summary><c>name_bucket{a="b",</c>, to be followed by <c>le</c>.</summary>
    internal byte[] Bucket { get; }

    /// <summary><c>name_sum{a="b"} </c>.</summary>
    internal byte[] Sum { get; }

    /// <summary><c>name_count{a="b"} </c>.</summary>
    internal byte[] Count { get; }

    /// <summary>The whole line <c>name_created{a="b"} 1700000000.123</c>, for OpenMetrics; null: none.</summary>
    internal byte[]? Created { get; }

    /// <summary>Renders a child.</summary>
    /// <param name="name">The family, <c>_total</c> included.</param>
    /// <param name="type">Decides which samples there are.</param>
    /// <param name="labels">The names of the labels.</param>
    /// <param name="values">A value for each of them.</param>
    /// <param name="createdAt">When the child starts to count; null: it does not say.</param>
    internal static ChildPrefix Create(
        string name,
        MetricType type,
        ReadOnlySpan<string> labels,
        ReadOnlySpan<string> values,
        DateTimeOffset? createdAt = null)
    {
        string inner = Labels(labels, values);
        byte[]? created = createdAt is { } time && type is (MetricType.Counter or MetricType.Histogram)
            ? Utf8.Of($"{type.BaseName(name)}_created{Braced(inner)} {Seconds(time)}\n")
            : null;
        if (type != MetricType.Histogram)
            return new ChildPrefix(Utf8.Of($"{name}{Braced(inner)} "), [], [], [], created);
        string separator = inner.Length == 0 ? "" : ",";
        return new ChildPrefix(
            [],
            Utf8.Of($"{name}_bucket{{{inner}{separator}"),
            Utf8.Of($"{name}_sum{Braced(inner)} "),
            Utf8.Of($"{name}_count{Braced(inner)} "),
            created);
    }

    /// <summary>Every combination of the values, the last label's running fastest; one empty one without
    /// labels.</summary>
    internal static string[][] Combinations(IReadOnlyList<string>[] values)
    {
        int count = 1;
        foreach (IReadOnlyList<string> of in values) count *= of.Count;
        var sets = new string[count][];
        for (int i = 0; i < count; i++)
        {
            var set = new string[values.Length];
            int rest = i;
            for (int label = values.Length - 1; label >= 0; label--)
            {
                set[label] = values[label][rest % values[label].Count];
                rest /= values[label].Count;
            }

            sets[i] = set;
        }

        return sets;
    }

    /// <summary>Unix time with milliseconds.</summary>
    private static string Seconds(DateTimeOffset time) =>
        (time.ToUnixTimeMilliseconds() / 1000m).ToString("0.000", CultureInfo.InvariantCulture);

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
