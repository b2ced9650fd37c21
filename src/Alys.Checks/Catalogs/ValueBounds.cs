using Alys.PromQL.Inference;

namespace Alys.Checks.Catalogs;

/// <summary>Between which numbers the values of a metric are, as far as its kind and its name tell.</summary>
internal static class ValueBounds
{
    // Of a node's gauges; those of other programs say -1 for what is not known or has no limit.
    private static readonly string[] NotNegative =
        ["_bytes", "_capacity", "_count", "_height", "_limit", "_percent", "_sats", "_size"];

    /// <summary>The range of a series' values; any number when it is not known.</summary>
    public static ValueRange Of(Series series, KnownMetrics metrics)
    {
        string name = series.Family.Name;
        if (series.Role is SeriesRole.Bucket or SeriesRole.Count) return ValueRange.NotNegative;
        if (series.Role != SeriesRole.Value) return ValueRange.Any;
        if (series.Family.Kind == MetricKind.Counter) return ValueRange.NotNegative;
        if (name == "up") return new ValueRange(0, 1);
        if (StateGauges.StatesOf(name) is { } states) return new ValueRange(0, states.Count - 1);
        if (series.Family.Kind != MetricKind.Gauge
            || metrics.Own.FirstOrDefault(metric => metric.Family.Name == name) is not { } own)
        {
            return ValueRange.Any;
        }

        if (own.Type is "info" or "stateset") return new ValueRange(0, 1);
        // Of a processor 100 percent is one core, or all.
        if (own.Family.Unit == "percent" && !name.Contains("cpu", StringComparison.Ordinal))
            return new ValueRange(0, 100);
        return NotNegative.Any(end => name.EndsWith(end, StringComparison.Ordinal))
            ? ValueRange.NotNegative : ValueRange.Any;
    }
}
