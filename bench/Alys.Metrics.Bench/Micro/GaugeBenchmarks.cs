using Alys.Metrics.Bench.Peers;
using Alys.Metrics.Bench.Reports;
using BenchmarkDotNet.Attributes;

namespace Alys.Metrics.Bench.Micro;

/// <summary>Setting a gauge by a handle that is kept.</summary>
[Row("gauge, bound handle, set", Order = 7)]
public class GaugeBenchmarks : IDisposable
{
    private readonly Gauge _alys = new MetricRegistry().Gauge("bench_seconds", "Durations.");
    private readonly Prometheus.Gauge.Child _prometheusNet =
        PrometheusNetPeer.NewFactory().CreateGauge("bench_seconds", "Durations.", "label").WithLabels("value");

    private readonly OpenTelemetryPeer _peer = new();
    private readonly System.Diagnostics.Metrics.Gauge<double> _openTelemetry;

    public GaugeBenchmarks() => _openTelemetry = _peer.Meter.CreateGauge<double>("bench");

    [GlobalCleanup]
    public void Dispose()
    {
        _peer.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Inputs.Times)]
    public void Alys()
    {
        foreach (double value in Inputs.Values) _alys.Set(value);
    }

    [Benchmark(OperationsPerInvoke = Inputs.Times)]
    public void PrometheusNet()
    {
        foreach (double value in Inputs.Values) _prometheusNet.Set(value);
    }

    [Benchmark(OperationsPerInvoke = Inputs.Times)]
    public void OpenTelemetry()
    {
        foreach (double value in Inputs.Values) _openTelemetry.Record(value);
    }
}
