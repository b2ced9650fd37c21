using BenchmarkDotNet.Attributes;

namespace Alys.Metrics.Bench;

/// <summary>Adding one to a counter with two labels of open sets, one of 100 pairs looked up each time.</summary>
[MemoryDiagnoser]
public class TextLabelsBenchmarks : IDisposable
{
    private const int Times = 1024;

    private static readonly (string Client, string Network)[] Labels =
        [.. Enumerable.Range(0, 100).Select(i => ($"client-{i}/v1.2.3", i % 2 == 0 ? "mainnet" : "testnet"))];

    private readonly TextFamily<Counter> _alys =
        new MetricRegistry().TextCounterFamily("bench_total", "Additions.", null, "client", "network");

    private readonly Prometheus.Counter _prometheusNet =
        Prometheus.Metrics.WithCustomRegistry(Prometheus.Metrics.NewCustomRegistry())
            .CreateCounter("bench_total", "Additions.", "client", "network");

    private readonly OpenTelemetryPeer _peer = new();
    private readonly System.Diagnostics.Metrics.Counter<long> _openTelemetry;

    public TextLabelsBenchmarks() => _openTelemetry = _peer.Meter.CreateCounter<long>("bench");

    [GlobalCleanup]
    public void Dispose()
    {
        _peer.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Times)]
    public void Alys()
    {
        for (int i = 0; i < Times; i++)
        {
            (string client, string network) = Labels[i % 100];
            _alys.WithLabels(client, network).Add(1);
        }
    }

    [Benchmark(OperationsPerInvoke = Times)]
    public void PrometheusNet()
    {
        for (int i = 0; i < Times; i++)
        {
            (string client, string network) = Labels[i % 100];
            _prometheusNet.WithLabels(client, network).Inc();
        }
    }

    [Benchmark(OperationsPerInvoke = Times)]
    public void OpenTelemetry()
    {
        for (int i = 0; i < Times; i++)
        {
            (string client, string network) = Labels[i % 100];
            _openTelemetry.Add(
                1,
                new KeyValuePair<string, object?>("client", client),
                new KeyValuePair<string, object?>("network", network));
        }
    }
}
