using Prometheus;

namespace Alys.Metrics.Bench.Peers;

/// <summary>prometheus-net's metrics in a registry of their own, without the ones that it adds by itself.</summary>
internal static class PrometheusNetPeer
{
    public static MetricFactory NewFactory() =>
        Prometheus.Metrics.WithCustomRegistry(Prometheus.Metrics.NewCustomRegistry());

    /// <summary>A child that is kept. One with a label is no dearer than one without.</summary>
    public static Prometheus.Counter.Child NewCounterChild() =>
        NewFactory().CreateCounter("bench_total", "Additions.", "label").WithLabels("value");

    public static Prometheus.Histogram.Child NewHistogramChild(double[] bounds) =>
        NewFactory()
            .CreateHistogram("bench_seconds", "Durations.", ["label"], new HistogramConfiguration { Buckets = bounds })
            .WithLabels("value");
}
