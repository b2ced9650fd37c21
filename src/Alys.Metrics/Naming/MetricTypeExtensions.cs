namespace Alys.Metrics.Naming;

/// <summary>What the formats say of a type.</summary>
internal static class MetricTypeExtensions
{
    /// <summary>The suffix of the samples that OpenMetrics leaves out of the family's name.</summary>
    internal static string? RequiredSuffix(this MetricType type) => type switch
    {
        MetricType.Counter => "_total",
        MetricType.Info => "_info",
        _ => null,
    };

    /// <summary>The name in a TYPE line. Text format 0.0.4 knows neither info nor state sets: they are gauges
    /// there. OpenMetrics has no counter without <c>_total</c>: its type is not known there.</summary>
    internal static string Name(this MetricType type, ExpositionFormat format) => type switch
    {
        MetricType.Counter => "counter",
        MetricType.InheritedCounter => format == ExpositionFormat.OpenMetrics ? "unknown" : "counter",
        MetricType.Histogram => "histogram",
        MetricType.Info when format == ExpositionFormat.OpenMetrics => "info",
        MetricType.StateSet when format == ExpositionFormat.OpenMetrics => "stateset",
        _ => "gauge",
    };

    /// <summary>The family's name without the suffix that its type requires.</summary>
    internal static string BaseName(this MetricType type, string name) =>
        type.RequiredSuffix() is { } suffix ? name[..^suffix.Length] : name;

    /// <summary>Every name that a family takes for itself, in either format.</summary>
    internal static string[] ClaimedNames(this MetricType type, string name)
    {
        string baseName = type.BaseName(name);
        return type switch
        {
            MetricType.Counter => [baseName, name, baseName + "_created"],
            MetricType.Histogram => [name, name + "_bucket", name + "_sum", name + "_count", name + "_created"],
            MetricType.Info => [baseName, name],
            _ => [name],
        };
    }
}
