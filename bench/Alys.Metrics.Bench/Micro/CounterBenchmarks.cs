using Alys.Metrics.Bench.Peers;
using Alys.Metrics.Bench.Reports;
using BenchmarkDotNet.Attributes;

namespace Alys.Metrics.Bench.Micro;

/// <summary>Adding one to a counter by a handle that is kept.</summary>
[Row("counter, bound handle", Order = 1, PrometheusNet = 8, OpenTelemetry = 15)]
public class CounterBenchmarks : IDisposable
{
    private readonly Counter _alys = new MetricRegistry().Counter("bench_total", "Additions.");
    private readonly Prometheus.Counter.Child _prometheusNet = PrometheusNetPeer.NewCounterChild();
    private readonly OpenTelemetryPeer _peer = new();
    private readonly System.Diagnostics.Metrics.Counter<long> _openTelemetry;

    public CounterBenchmarks() => _openTelemetry = _peer.Meter.CreateCounter<long>("bench");

    [GlobalCleanup]
    public void Dispose()
    {
        _peer.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Inputs.Times)]
    public void Alys()
    {
        for (int i = 0; i < Inputs.Times; i++) _alys.Add(1);
    }

    [Benchmark(OperationsPerInvoke = Inputs.Times)]
    public void PrometheusNet()
    {
        for (int i = 0; i < Inputs.Times; i++) _prometheusNet.Inc();
    }

    [Benchmark(OperationsPerInvoke = Inputs.Times)]
    public void OpenTelemetry()
    {
        for (int i = 0; i < Inputs.Times; i++) _openTelemetry.Add(1);
    }
}
