using Alys.Metrics.Bench.Micro;
using Alys.Metrics.Bench.Peers;
using Alys.Metrics.Bench.Reports;
using BenchmarkDotNet.Attributes;

namespace Alys.Metrics.Bench.TwoThreads;

/// <summary>Two threads add one to the same counter with two labels of closed sets, another pair each time.</summary>
[Row("counter, 2 labels by enums, from 2 threads", Order = 12, Threads = 2)]
public class TwoThreadsEnumLabelsBenchmarks : IDisposable
{
    private readonly Pair _pair = new();
    private readonly EnumFamily<Counter, Outcome, Transport> _alys =
        new MetricRegistry().CounterFamily<Outcome, Transport>("bench_total", "Additions.", "outcome", "transport");

    private readonly Prometheus.Counter _prometheusNet =
        PrometheusNetPeer.NewFactory().CreateCounter("bench_total", "Additions.", "outcome", "transport");

    private readonly OpenTelemetryPeer _peer = new();
    private readonly System.Diagnostics.Metrics.Counter<long> _openTelemetry;

    public TwoThreadsEnumLabelsBenchmarks() => _openTelemetry = _peer.Meter.CreateCounter<long>("bench");

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
        foreach ((Outcome outcome, Transport transport) in Inputs.Enums) _alys.Increment(outcome, transport);
    }

    private void AddPrometheusNet()
    {
        foreach ((string outcome, string transport) in Inputs.Names)
            _prometheusNet.WithLabels(outcome, transport).Inc();
    }

    private void AddOpenTelemetry()
    {
        foreach (KeyValuePair<string, object?>[] tags in Inputs.Tags) _openTelemetry.Add(1, tags.AsSpan());
    }
}
