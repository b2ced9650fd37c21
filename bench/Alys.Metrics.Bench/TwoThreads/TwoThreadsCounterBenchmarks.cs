using Alys.Metrics.Bench.Peers;
using Alys.Metrics.Bench.Reports;
using BenchmarkDotNet.Attributes;

namespace Alys.Metrics.Bench.TwoThreads;

/// <summary>Two threads add one to the same counter by a handle that is kept.</summary>
[Row("counter, bound handle, from 2 threads", Order = 11, Threads = 2, PrometheusNet = 40)]
public class TwoThreadsCounterBenchmarks : IDisposable
{
    private readonly Pair _pair = new();
    private readonly Counter _alys = new MetricRegistry().Counter("bench_total", "Additions.");
    private readonly Prometheus.Counter.Child _prometheusNet = PrometheusNetPeer.NewCounterChild();
    private readonly OpenTelemetryPeer _peer = new();
    private readonly System.Diagnostics.Metrics.Counter<long> _openTelemetry;

    public TwoThreadsCounterBenchmarks() => _openTelemetry = _peer.Meter.CreateCounter<long>("bench");

    [GlobalCleanup]
    public void Dispose()
    {
        _pair.Dispose();
        _peer.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Pair.Operations)]
    public void Alys() => _pair.Run(AddAlys);

    [Benchmark(OperationsPerInvoke = Pair.Operations)]
    public void PrometheusNet() => _pair.Run(AddPrometheusNet);

    [Benchmark(OperationsPerInvoke = Pair.Operations)]
    public void OpenTelemetry() => _pair.Run(AddOpenTelemetry);

    private void AddAlys()
    {
        for (int i = 0; i < Pair.Block; i++) _alys.Add(1);
    }

    private void AddPrometheusNet()
    {
        for (int i = 0; i < Pair.Block; i++) _prometheusNet.Inc();
    }

    private void AddOpenTelemetry()
    {
        for (int i = 0; i < Pair.Block; i++) _openTelemetry.Add(1);
    }
}
