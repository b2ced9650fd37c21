using BenchmarkDotNet.Attributes;

namespace Alys.Metrics.Bench;

/// <summary>Adding one to a counter without labels, by a handle that is kept.</summary>
[MemoryDiagnoser]
public class CounterBenchmarks : IDisposable
{
    // One addition is shorter than the clock and the call of a benchmark: a loop is measured.
    private const int Times = 1024;

    private readonly Counter _alys = new MetricRegistry().Counter("bench_total", "Additions.");
    private readonly Prometheus.Counter.Child _prometheusNet =
        Prometheus.Metrics.WithCustomRegistry(Prometheus.Metrics.NewCustomRegistry())
            .CreateCounter("bench_total", "Additions.", "label").WithLabels("value");

    private readonly OpenTelemetryPeer _peer = new();
    private readonly System.Diagnostics.Metrics.Counter<long> _openTelemetry;

    public CounterBenchmarks() => _openTelemetry = _peer.Meter.CreateCounter<long>("bench");

    [GlobalCleanup]
    public void Dispose()
    {
        _peer.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Times)]
    public void Alys()
    {
        for (int i = 0; i < Times; i++) _alys.Add(1);
    }

    [Benchmark(OperationsPerInvoke = Times)]
    public void PrometheusNet()
    {
        for (int i = 0; i < Times; i++) _prometheusNet.Inc();
    }

    [Benchmark(OperationsPerInvoke = Times)]
    public void OpenTelemetry()
    {
        for (int i = 0; i < Times; i++) _openTelemetry.Add(1);
    }
}
