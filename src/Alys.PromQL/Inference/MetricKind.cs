namespace Alys.PromQL.Inference;

/// <summary>What the values of a metric mean.</summary>
/// <remarks><b>Source:</b> https://prometheus.io/docs/concepts/metric_types/.</remarks>
public enum MetricKind
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>A total that only grows, and begins anew when the process does.</summary>
    Counter,

    /// <summary>A value that goes up and down.</summary>
    Gauge,

    /// <summary>Counts of observations in buckets.</summary>
    Histogram,

    /// <summary>Quantiles of observations, calculated by the process.</summary>
    Summary,
}
