namespace Alys.Metrics.Naming;

/// <summary>The type of a family, as its TYPE line says.</summary>
internal enum MetricType
{
    Counter,

    /// <summary>A counter whose name does not end in <c>_total</c>.</summary>
    InheritedCounter,
    Gauge,
    Histogram,
    Info,
    StateSet,
}
