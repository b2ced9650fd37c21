using Alys.Metrics.Bench.Peers;
using Alys.Metrics.Bench.Reports;
using BenchmarkDotNet.Attributes;

namespace Alys.Metrics.Bench.Micro;

/// <summary>Observing a value in a histogram of eight bounds by a handle that is kept.</summary>
[Row("histogram, 8 bounds, bound handle", Order = 6, PrometheusNet = 5, OpenTelemetry = 8)]
public class HistogramBenchmarks : IDisposable
{
    private readonly Histogram _alys =
        new MetricRegistry().Histogram("bench_seconds", "Durations.", HistogramBounds.Of(Inputs.Bounds));

    private readonly Prometheus.Histogram.Child _prometheusNet = PrometheusNetPeer.NewHistogramChild(Inputs.Bounds);
    private readonly OpenTelemetryPeer _peer = new(Inputs.Bounds);
    private readonly System.Diagnostics.Metrics.Histogram<double> _openTelemetry;

    public HistogramBenchmarks() => _openTelemetry = _peer.Meter.CreateHistogram<double>("bench");

    [GlobalCleanup]
    public void Dispose()
    {
        _peer.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Inputs.Times)]
    public void Alys()
    {
        foreach (double value in Inputs.Values) _alys.Observe(value);
    }

    [Benchmark(OperationsPerInvoke = Inputs.Times)]
    public void PrometheusNet()
    {
        foreach (double value in Inputs.Values) _prometheusNet.Observe(value);
    }

    [Benchmark(OperationsPerInvoke = Inputs.Times)]
    public void OpenTelemetry()
    {
        foreach (double value in Inputs.Values) _openTelemetry.Record(value);
    }
}
