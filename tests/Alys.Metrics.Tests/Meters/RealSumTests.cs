using System.Diagnostics.Metrics;
using System.Globalization;

namespace Alys.Metrics.Tests.Meters;

public sealed class RealSumTests : IDisposable
{
    private readonly MetricRegistry _registry = new();
    private readonly Meter _meter = new(nameof(RealSumTests));
    private readonly IDisposable _ingested;

    public RealSumTests() => _ingested = _registry.IngestMeters(new() { Meters = { _meter.Name } });

    [Fact]
    public void Amounts_of_several_threads_add_up()
    {
        Counter<double> spent = _meter.CreateCounter<double>("spent");
        Thread[] threads =
            [.. Enumerable.Range(0, 4).Select(_ => new Thread(() => Repeat(1_000, () => spent.Add(0.5))))];

        foreach (Thread thread in threads) thread.Start();
        foreach (Thread thread in threads) thread.Join();

        Assert.Equal("2000", Value("spent_total"));
    }

    [Fact]
    public void What_would_spoil_the_sum_is_dropped_and_counted()
    {
        Counter<double> spent = _meter.CreateCounter<double>("spent");
        spent.Add(1.5);
        spent.Add(-1);
        spent.Add(double.NaN);
        spent.Add(double.PositiveInfinity);
        spent.Add(1e290);

        Assert.Equal("1.5", Value("spent_total"));
        Assert.Equal("1", Dropped("negative"));
        Assert.Equal("1", Dropped("nan"));
        Assert.Equal("2", Dropped("infinite"));
    }

    [Fact]
    public void A_sum_that_may_fall_takes_negative_amounts()
    {
        UpDownCounter<double> balance = _meter.CreateUpDownCounter<double>("balance");
        balance.Add(1);
        balance.Add(-2.5);

        Assert.Equal("-1.5", Value("balance"));
    }

    public void Dispose()
    {
        _ingested.Dispose();
        _meter.Dispose();
    }

    private static void Repeat(int times, Action action)
    {
        for (int i = 0; i < times; i++) action();
    }

    private string? Value(string name) =>
        Page.Value(_registry, $"{name}{{otel_scope_name=\"{nameof(RealSumTests)}\"}}");

    private string? Dropped(string reason) => Page.Value(
        _registry,
        string.Create(CultureInfo.InvariantCulture, $"alys_metrics_observations_dropped_total{{reason=\"{reason}\"}}"));
}
