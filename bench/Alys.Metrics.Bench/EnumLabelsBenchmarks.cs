using BenchmarkDotNet.Attributes;

namespace Alys.Metrics.Bench;

/// <summary>Adding one to a counter with two labels of closed sets, looked up each time.</summary>
[MemoryDiagnoser]
public class EnumLabelsBenchmarks : IDisposable
{
    private const int Times = 1024;

    // The labels as a peer wants them, computed before: the conversion of an enum is not what is compared.
    private static readonly string[] Outcomes = [.. Enum.GetNames<Outcome>()];
    private static readonly string[] Transports = [.. Enum.GetNames<Transport>()];

    private readonly EnumFamily<Counter, Outcome, Transport> _alys =
        new MetricRegistry().CounterFamily<Outcome, Transport>("bench_total", "Additions.", "outcome", "transport");

    private readonly Prometheus.Counter _prometheusNet =
        Prometheus.Metrics.WithCustomRegistry(Prometheus.Metrics.NewCustomRegistry())
            .CreateCounter("bench_total", "Additions.", "outcome", "transport");

    private readonly OpenTelemetryPeer _peer = new();
    private readonly System.Diagnostics.Metrics.Counter<long> _openTelemetry;

    public EnumLabelsBenchmarks() => _openTelemetry = _peer.Meter.CreateCounter<long>("bench");

    [GlobalCleanup]
    public void Dispose()
    {
        _peer.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Times)]
    public void Alys()
    {
        for (int i = 0; i < Times; i++) _alys[(Outcome)(i % 3), (Transport)(i & 1)].Add(1);
    }

    [Benchmark(OperationsPerInvoke = Times)]
    public void PrometheusNet()
    {
        for (int i = 0; i < Times; i++) _prometheusNet.WithLabels(Outcomes[i % 3], Transports[i & 1]).Inc();
    }

    [Benchmark(OperationsPerInvoke = Times)]
    public void OpenTelemetry()
    {
        for (int i = 0; i < Times; i++)
        {
            _openTelemetry.Add(
                1,
                new KeyValuePair<string, object?>("outcome", Outcomes[i % 3]),
                new KeyValuePair<string, object?>("transport", Transports[i & 1]));
        }
    }
}
