using Alys.Metrics.Bench.Peers;
using Alys.Metrics.Bench.Reports;
using BenchmarkDotNet.Attributes;

namespace Alys.Metrics.Bench.Micro;

/// <summary>Adding one to a counter with two labels of closed sets, another pair each time.</summary>
[Row("counter, 2 labels by enums, changing", Order = 2, PrometheusNet = 60, OpenTelemetry = 40)]
public class EnumLabelsBenchmarks : IDisposable
{
    private readonly EnumFamily<Counter, Outcome, Transport> _alys =
        new MetricRegistry().CounterFamily<Outcome, Transport>("bench_total", "Additions.", "outcome", "transport");

    private readonly Prometheus.Counter _prometheusNet =
        PrometheusNetPeer.NewFactory().CreateCounter("bench_total", "Additions.", "outcome", "transport");

    private readonly OpenTelemetryPeer _peer = new();
    private readonly System.Diagnostics.Metrics.Counter<long> _openTelemetry;

    public EnumLabelsBenchmarks() => _openTelemetry = _peer.Meter.CreateCounter<long>("bench");

    [GlobalCleanup]
    public void Dispose()
    {
        _peer.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Inputs.Times)]
    public void Alys()
    {
        foreach ((Outcome outcome, Transport transport) in Inputs.Enums) _alys.Increment(outcome, transport);
    }

    [Benchmark(OperationsPerInvoke = Inputs.Times)]
    public void PrometheusNet()
    {
        foreach ((string outcome, string transport) in Inputs.Names)
            _prometheusNet.WithLabels(outcome, transport).Inc();
    }

    [Benchmark(OperationsPerInvoke = Inputs.Times)]
    public void OpenTelemetry()
    {
        foreach (KeyValuePair<string, object?>[] tags in Inputs.Tags) _openTelemetry.Add(1, tags.AsSpan());
    }
}
