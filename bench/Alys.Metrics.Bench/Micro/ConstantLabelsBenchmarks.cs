using Alys.Metrics.Bench.Peers;
using Alys.Metrics.Bench.Reports;
using BenchmarkDotNet.Attributes;

namespace Alys.Metrics.Bench.Micro;

/// <summary>Adding one to a counter with two labels of closed sets that the code names, as most code does.</summary>
[Row("counter, 2 labels by enums, in the code", Order = 3, PrometheusNet = 60, OpenTelemetry = 40)]
public class ConstantLabelsBenchmarks : IDisposable
{
    private static readonly KeyValuePair<string, object?>[] Tags =
        [new("outcome", "success"), new("transport", "http")];

    private readonly EnumFamily<Counter, Outcome, Transport> _alys =
        new MetricRegistry().CounterFamily<Outcome, Transport>("bench_total", "Additions.", "outcome", "transport");

    private readonly Prometheus.Counter _prometheusNet =
        PrometheusNetPeer.NewFactory().CreateCounter("bench_total", "Additions.", "outcome", "transport");

    private readonly OpenTelemetryPeer _peer = new();
    private readonly System.Diagnostics.Metrics.Counter<long> _openTelemetry;

    public ConstantLabelsBenchmarks() => _openTelemetry = _peer.Meter.CreateCounter<long>("bench");

    [GlobalCleanup]
    public void Dispose()
    {
        _peer.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Inputs.Times)]
    public void Alys()
    {
        for (int i = 0; i < Inputs.Times; i++) _alys.Increment(Outcome.Success, Transport.Http);
    }

    [Benchmark(OperationsPerInvoke = Inputs.Times)]
    public void PrometheusNet()
    {
        for (int i = 0; i < Inputs.Times; i++) _prometheusNet.WithLabels("success", "http").Inc();
    }

    [Benchmark(OperationsPerInvoke = Inputs.Times)]
    public void OpenTelemetry()
    {
        for (int i = 0; i < Inputs.Times; i++) _openTelemetry.Add(1, Tags.AsSpan());
    }
}
