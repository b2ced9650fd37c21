using Alys.Metrics.Bench.Peers;
using Alys.Metrics.Bench.Reports;
using BenchmarkDotNet.Attributes;

namespace Alys.Metrics.Bench.Micro;

/// <summary>Adding one to a counter with two labels of open sets, one of 100 pairs looked up each time.</summary>
[Row("counter, 2 text labels looked up", Order = 4, PrometheusNet = 2, OpenTelemetry = 2)]
public class TextLabelsBenchmarks : IDisposable
{
    private readonly TextFamily<Counter> _alys =
        new MetricRegistry().TextCounterFamily("bench_total", "Additions.", null, "client", "network");

    private readonly Prometheus.Counter _prometheusNet =
        PrometheusNetPeer.NewFactory().CreateCounter("bench_total", "Additions.", "client", "network");

    private readonly OpenTelemetryPeer _peer = new();
    private readonly System.Diagnostics.Metrics.Counter<long> _openTelemetry;

    public TextLabelsBenchmarks() => _openTelemetry = _peer.Meter.CreateCounter<long>("bench");

    [GlobalCleanup]
    public void Dispose()
    {
        _peer.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Inputs.Times)]
    public void Alys()
    {
        foreach ((string client, string network) in Inputs.Texts) _alys.WithLabels(client, network).Add(1);
    }

    [Benchmark(OperationsPerInvoke = Inputs.Times)]
    public void PrometheusNet()
    {
        foreach ((string client, string network) in Inputs.Texts) _prometheusNet.WithLabels(client, network).Inc();
    }

    [Benchmark(OperationsPerInvoke = Inputs.Times)]
    public void OpenTelemetry()
    {
        foreach ((string client, string network) in Inputs.Texts)
            _openTelemetry.Add(1, new("client", client), new("network", network));
    }
}
