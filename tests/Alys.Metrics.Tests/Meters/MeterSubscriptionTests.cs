using System.Diagnostics.Metrics;
using Alys.Metrics.Meters;
using static Alys.Metrics.Tests.Meters.Ingested;

namespace Alys.Metrics.Tests.Meters;

public sealed class MeterSubscriptionTests
{
    [Theory]
    [InlineData("Some.Meter")]
    [InlineData("some.meter")]
    [InlineData("*")]
    [InlineData("Some.*")]
    [InlineData("*meter")]
    [InlineData("S?me.Meter")]
    public void A_meter_is_taken_in_by_its_name_or_a_pattern(string pattern)
    {
        var registry = new MetricRegistry();
        using IDisposable ingest = registry.IngestMeters(Of(pattern));
        using var meter = new Meter("Some.Meter");
        meter.CreateCounter<long>("a").Add(1);
        Assert.Equal("1", Page.Value(registry, "a_total{otel_scope_name=\"Some.Meter\"}"));
    }

    [Theory]
    [InlineData("Some")]
    [InlineData("Other.*")]
    [InlineData("Some.Mete?r")]
    public void Another_meter_is_not_taken_in(string pattern)
    {
        var registry = new MetricRegistry();
        using IDisposable ingest = registry.IngestMeters(Of(pattern));
        using var meter = new Meter("Some.Meter");
        meter.CreateCounter<long>("a").Add(1);
        Assert.DoesNotContain("a_total", Page.Of(registry), StringComparison.Ordinal);
    }

    [Fact]
    public void Instruments_that_were_there_before_are_taken_in()
    {
        var registry = new MetricRegistry();
        using var meter = new Meter("ingest early");
        Counter<long> counter = meter.CreateCounter<long>("a");
        meter.CreateObservableGauge("b", () => 2);
        counter.Add(1);
        using IDisposable ingest = registry.IngestMeters(Of("ingest early"));
        counter.Add(1);
        Assert.Equal("1", Page.Value(registry, "a_total{otel_scope_name=\"ingest early\"}"));
        Assert.Equal("2", Page.Value(registry, "b{otel_scope_name=\"ingest early\"}"));
    }

    [Fact]
    public void An_instrument_that_two_subscriptions_name_counts_once()
    {
        var registry = new MetricRegistry();
        using IDisposable one = registry.IngestMeters(Of("ingest once"));
        using IDisposable two = registry.IngestMeters(Of("ingest *"));
        using var meter = new Meter("ingest once");
        meter.CreateCounter<long>("a").Add(1);
        Assert.Equal("1", Page.Value(registry, "a_total{otel_scope_name=\"ingest once\"}"));
    }

    [Fact]
    public void What_is_disposed_listens_no_more()
    {
        var registry = new MetricRegistry();
        using var meter = new Meter("ingest end");
        IDisposable ingest = registry.IngestMeters(Of("ingest end"));
        Counter<long> counter = meter.CreateCounter<long>("a");
        Gauge<long> gauge = meter.CreateGauge<long>("g");
        ObservableGauge<int> observable = meter.CreateObservableGauge("o", () => 1);
        counter.Add(1);
        gauge.Record(1);
        Assert.Equal(["a_total", "g", "o"], Names(registry));
        ingest.Dispose();
        counter.Add(1);
        meter.CreateCounter<long>("b").Add(1);
        Assert.Equal(["a_total"], Names(registry));
        Assert.False(counter.Enabled || gauge.Enabled || observable.Enabled);
        using IDisposable again = registry.IngestMeters(Of("ingest end"));
        counter.Add(1);
        Assert.Equal("2", Page.Value(registry, "a_total{otel_scope_name=\"ingest end\"}"));
    }

    [Fact]
    public void A_callback_that_throws_costs_its_own_family_only()
    {
        Run("ingest callbacks", scope: false, (registry, meter) =>
        {
            meter.CreateObservableGauge("bad", (Func<int>)(() => throw new InvalidOperationException("mine")));
            meter.CreateObservableGauge("good", () => 1);
            Assert.Equal(["good"], Names(registry));
            Assert.Equal("2", Page.Value(registry, "alys_metrics_callback_failures_total{family=\"bad\"}"));
        });
    }

    [Fact]
    public void A_callback_that_hangs_costs_its_own_family_only()
    {
        var registry = new MetricRegistry(
            new MetricRegistryOptions { CallbackPatience = TimeSpan.FromMilliseconds(50) });
        using IDisposable ingest = registry.IngestMeters(Of("ingest hanging"));
        using var meter = new Meter("ingest hanging");
        using var released = new ManualResetEventSlim();
        meter.CreateObservableGauge("hung", () =>
        {
            released.Wait();
            return 1;
        });
        meter.CreateObservableGauge("good", () => 1);
        Assert.Equal(["good"], Names(registry));
        released.Set();
    }

    [Fact]
    public void Settings_out_of_range_throw()
    {
        var registry = new MetricRegistry();
        Assert.Throws<ArgumentException>(() => registry.IngestMeters(Of(" ")));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => registry.IngestMeters(new MeterIngestOptions { FamilyLimit = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => registry.IngestMeters(new MeterIngestOptions { InstrumentLimit = 0 }));
    }
}
