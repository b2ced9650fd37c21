using Alys.Metrics.Bench.Peers;
using Alys.Metrics.Bench.Reports;
using BenchmarkDotNet.Attributes;

namespace Alys.Metrics.Bench.Micro;

/// <summary>
/// Adding one to a counter with two labels of open sets that have no room for the pair. prometheus-net has no limit.
/// </summary>
[Row("counter, 2 text labels beyond the limit", Order = 5, AsCheapAs = typeof(TextLabelsBenchmarks))]
public class OverLimitBenchmarks : IDisposable
{
    private const int Limit = 10;

    private readonly TextFamily<Counter> _alys = new MetricRegistry().TextCounterFamily(
        "bench_total", "Additions.", new TextFamilyOptions { Limit = Limit }, "client", "network");

    private readonly OpenTelemetryPeer _peer = new(cardinality: Limit);
    private readonly System.Diagnostics.Metrics.Counter<long> _openTelemetry;

    public OverLimitBenchmarks()
    {
        _openTelemetry = _peer.Meter.CreateCounter<long>("bench");
        for (int i = 0; i < Limit; i++)
        {
            string client = $"first-{i}";
            _alys.WithLabels(client, "mainnet").Add(1);
            _openTelemetry.Add(1, new("client", client), new("network", "mainnet"));
        }
    }

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
    public void OpenTelemetry()
    {
        foreach ((string client, string network) in Inputs.Texts)
            _openTelemetry.Add(1, new("client", client), new("network", network));
    }
}
