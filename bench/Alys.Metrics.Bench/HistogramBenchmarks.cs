using BenchmarkDotNet.Attributes;

namespace Alys.Metrics.Bench;

/// <summary>Observing a value in a histogram of eight bounds, by a handle that is kept.</summary>
[MemoryDiagnoser]
public class HistogramBenchmarks : IDisposable
{
    private const int Times = 1024;

    private static readonly double[] Bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1];

    // Values of every bucket in an order that a processor cannot guess; the seed makes the runs comparable.
#pragma warning disable CA5394 // no secret is made of these numbers
    private static readonly double[] Values = [.. RandomValues(new Random(1))];
#pragma warning restore CA5394

    private readonly Histogram _alys =
        new MetricRegistry().Histogram("bench_seconds", "Durations.", HistogramBounds.Of(Bounds));

    private readonly Prometheus.Histogram.Child _prometheusNet =
        Prometheus.Metrics.WithCustomRegistry(Prometheus.Metrics.NewCustomRegistry())
            .CreateHistogram(
                "bench_seconds", "Durations.", ["label"], new Prometheus.HistogramConfiguration { Buckets = Bounds })
            .WithLabels("value");

    private readonly OpenTelemetryPeer _peer = new(Bounds);
    private readonly System.Diagnostics.Metrics.Histogram<double> _openTelemetry;

    public HistogramBenchmarks() => _openTelemetry = _peer.Meter.CreateHistogram<double>("bench");

    [GlobalCleanup]
    public void Dispose()
    {
        _peer.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Times)]
    public void Alys()
    {
        foreach (double value in Values) _alys.Observe(value);
    }

    [Benchmark(OperationsPerInvoke = Times)]
    public void PrometheusNet()
    {
        foreach (double value in Values) _prometheusNet.Observe(value);
    }

    [Benchmark(OperationsPerInvoke = Times)]
    public void OpenTelemetry()
    {
        foreach (double value in Values) _openTelemetry.Record(value);
    }

    private static IEnumerable<double> RandomValues(Random random)
    {
        for (int i = 0; i < Times; i++) yield return Math.Pow(10, random.NextDouble() * 3 - 2.8);
    }
}
