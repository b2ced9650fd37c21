namespace Alys.Metrics.Bench.Fleets;

/// <summary>Who reads the nodes, and keeps what they say.</summary>
internal enum FleetSystem
{
    /// <summary>Prometheus alone.</summary>
    [LabelValue("Prometheus")]
    Prometheus,

    /// <summary>Prometheus, which writes all to VictoriaMetrics: <c>up --store victoriametrics</c>.</summary>
    [LabelValue("Prometheus, which writes to VictoriaMetrics")]
    PrometheusAndStore,

    /// <summary>vmagent, which keeps nothing itself, and VictoriaMetrics.</summary>
    [LabelValue("vmagent, which writes to VictoriaMetrics")]
    AgentAndStore,
}
