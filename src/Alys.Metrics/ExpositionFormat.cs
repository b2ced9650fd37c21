namespace Alys.Metrics;

/// <summary>A format of the <c>/metrics</c> page.</summary>
public enum ExpositionFormat
{
    /// <summary>Prometheus text format 0.0.4: <c>text/plain; version=0.0.4</c>.</summary>
    Text,

    /// <summary>OpenMetrics 1.0.0: <c>application/openmetrics-text; version=1.0.0</c>.</summary>
    OpenMetrics,
}
