using System.Diagnostics.Metrics;
using Alys.Metrics.Bench.Peers;
using Alys.Metrics.Bench.Reports;
using Alys.Metrics.Meters;
using BenchmarkDotNet.Attributes;
using Prometheus;

namespace Alys.Metrics.Bench.Micro;

/// <summary>
/// Adding one to a counter of System.Diagnostics.Metrics with two tags, another pair each time, which one library alone
/// listens to.
/// </summary>
[Row("Meter's counter, ingested, 2 tags", Order = 8, OpenTelemetry = 1)]
public class MeterCounterBenchmarks
{
    private IDisposable? _listener;
    private Counter<long>? _counter;

    [GlobalSetup(Target = nameof(Alys))]
    public void ListenAsAlys()
    {
        var meter = new Meter("bench");
        _counter = meter.CreateCounter<long>("bench");
        _listener = new MetricRegistry().IngestMeters(new MeterIngestOptions { Meters = { meter.Name } });
    }

    [GlobalSetup(Target = nameof(PrometheusNet))]
    public void ListenAsPrometheusNet()
    {
        var meter = new Meter("bench");
        _counter = meter.CreateCounter<long>("bench");
        _listener = MeterAdapter.StartListening(new MeterAdapterOptions
        {
            InstrumentFilterPredicate = instrument => instrument.Meter == meter,
            Registry = Prometheus.Metrics.NewCustomRegistry(),
            MetricFactory = PrometheusNetPeer.NewFactory(),
        });
    }

    [GlobalSetup(Target = nameof(OpenTelemetry))]
    public void ListenAsOpenTelemetry()
    {
        var peer = new OpenTelemetryPeer();
        _counter = peer.Meter.CreateCounter<long>("bench");
        _listener = peer;
    }

    [GlobalCleanup]
    public void Cleanup() => _listener?.Dispose();

    [Benchmark(Baseline = true, OperationsPerInvoke = Inputs.Times)]
    public void Alys() => AddAll(_counter!);

    [Benchmark(OperationsPerInvoke = Inputs.Times)]
    public void PrometheusNet() => AddAll(_counter!);

    [Benchmark(OperationsPerInvoke = Inputs.Times)]
    public void OpenTelemetry() => AddAll(_counter!);

    private static void AddAll(Counter<long> counter)
    {
        foreach (KeyValuePair<string, object?>[] tags in Inputs.Tags) counter.Add(1, tags.AsSpan());
    }
}
