namespace Alys.PromQL.Inference;

/// <summary>The metric behind the name of a series, and what the series is of it.</summary>
/// <param name="Family">The metric.</param>
/// <param name="Role">What the series is of it.</param>
public sealed record Series(MetricFamily Family, SeriesRole Role)
{
    /// <summary>Finds it; null when the schema has no such metric.</summary>
    /// <param name="schema">The metrics.</param>
    /// <param name="name">The name as a selector has it: <c>x_seconds_bucket</c>.</param>
    public static Series? Find(IMetricSchema schema, string name)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(name);
        if (schema.Find(name) is { } exact)
        {
            return exact.Kind switch
            {
                // A classic histogram has no series of its bare name; a native one has nothing else.
                MetricKind.Summary => new Series(exact, SeriesRole.Quantile),
                _ => new Series(exact, SeriesRole.Value),
            };
        }

        return Part(schema, name, "_bucket", SeriesRole.Bucket)
            ?? Part(schema, name, "_sum", SeriesRole.Sum)
            ?? Part(schema, name, "_count", SeriesRole.Count);
    }

    private static Series? Part(IMetricSchema schema, string name, string suffix, SeriesRole role)
    {
        if (!name.EndsWith(suffix, StringComparison.Ordinal)) return null;
        MetricFamily? family = schema.Find(name[..^suffix.Length]);
        bool hasPart = family?.Kind == MetricKind.Histogram
            || (family?.Kind == MetricKind.Summary && role != SeriesRole.Bucket);
        return hasPart ? new Series(family!, role) : null;
    }
}
