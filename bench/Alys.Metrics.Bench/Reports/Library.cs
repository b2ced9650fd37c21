namespace Alys.Metrics.Bench.Reports;

/// <summary>Whose numbers they are.</summary>
public enum Library
{
    Alys,

    [LabelValue("prometheus-net")]
    PrometheusNet,

    [LabelValue("OpenTelemetry")]
    OpenTelemetry,

    /// <summary>Not a library: a web server that sends the bytes of our page from memory.</summary>
    [LabelValue("from memory")]
    FromMemory,
}
