namespace Alys.Metrics.Naming;

/// <summary>The type of a family, as its TYPE line says.</summary>
internal enum MetricType
{
    Counter,
    Gauge,
    Histogram,
    Info,
    StateSet,
}
