using Alys.Metrics.Bench.Micro;
using Alys.Metrics.Bench.Peers;
using Alys.Metrics.Bench.Reports;
using BenchmarkDotNet.Attributes;

namespace Alys.Metrics.Bench.TwoThreads;

/// <summary>Two threads observe values in the same histogram of eight bounds by a handle that is kept.</summary>
[Row(
    "histogram, 8 bounds, bound handle, from 2 threads",
    Order = 13, Threads = 2, PrometheusNet = 20, OpenTelemetry = 20)]
public class TwoThreadsHistogramBenchmarks : IDisposable
{
    private readonly Pair _pair = new();
    private readonly Histogram _alys =
        new MetricRegistry().Histogram("bench_seconds", "Durations.", HistogramBounds.Of(Inputs.Bounds));

    private readonly Prometheus.Histogram.Child _prometheusNet = PrometheusNetPeer.NewHistogramChild(Inputs.Bounds);
    private readonly OpenTelemetryPeer _peer = new(Inputs.Bounds);
    private readonly System.Diagnostics.Metrics.Histogram<double> _openTelemetry;

    public TwoThreadsHistogramBenchmarks() => _openTelemetry = _peer.Meter.CreateHistogram<double>("bench");

    [GlobalCleanup]
    public void Dispose()
    {
        _pair.Dispose();
        _peer.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Pair.Operations)]
    public void Alys() => _pair.Run(ObserveAlys);

    [Benchmark(OperationsPerInvoke = Pair.Operations)]
    public void PrometheusNet() => _pair.Run(ObservePrometheusNet);

    [Benchmark(OperationsPerInvoke = Pair.Operations)]
    public void OpenTelemetry() => _pair.Run(ObserveOpenTelemetry);

    private void ObserveAlys()
    {
        foreach (double value in Inputs.Values) _alys.Observe(value);
    }

    private void ObservePrometheusNet()
    {
        foreach (double value in Inputs.Values) _prometheusNet.Observe(value);
    }

    private void ObserveOpenTelemetry()
    {
        foreach (double value in Inputs.Values) _openTelemetry.Record(value);
    }
}
