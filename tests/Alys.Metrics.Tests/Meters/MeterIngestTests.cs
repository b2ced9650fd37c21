using System.Diagnostics.Metrics;
using static Alys.Metrics.Tests.Meters.Ingested;

namespace Alys.Metrics.Tests.Meters;

public sealed class MeterIngestTests
{
    private static readonly KeyValuePair<string, object?>[] None = [];

    [Fact]
    public void A_sum_takes_whole_and_real_numbers_as_they_are()
    {
        Run("ingest numbers", scope: false, (registry, meter) =>
        {
            meter.CreateCounter<decimal>("a").Add(0.25m);
            meter.CreateUpDownCounter<double>("b").Add(-0.5);
            meter.CreateCounter<long>("c").Add(1L << 53);
            Assert.Equal("0.25", Page.Value(registry, "a_total"));
            Assert.Equal("-0.5", Page.Value(registry, "b"));
            Assert.Equal("9007199254740992", Page.Value(registry, "c_total"));
        });
    }

    [Fact]
    public void What_would_spoil_a_sum_is_dropped_and_counted()
    {
        Run("ingest dropped", scope: false, (registry, meter) =>
        {
            Counter<double> counter = meter.CreateCounter<double>("a");
            Histogram<double> histogram = meter.CreateHistogram<double>("h");
            UpDownCounter<double> upDown = meter.CreateUpDownCounter<double>("u");
            counter.Add(1);
            foreach (double bad in (double[])[-1, double.NaN, double.PositiveInfinity]) counter.Add(bad);
            foreach (double bad in (double[])[-1, double.NaN, double.NegativeInfinity]) histogram.Record(bad);
            upDown.Add(double.NaN);
            upDown.Add(double.NegativeInfinity);
            meter.CreateCounter<int>("b").Add(-1);
            Assert.Equal("1", Page.Value(registry, "a_total"));
            Assert.Equal("4", Page.Value(registry, "alys_metrics_observations_dropped_total{reason=\"negative\"}"));
            Assert.Equal("3", Page.Value(registry, "alys_metrics_observations_dropped_total{reason=\"nan\"}"));
            Assert.Equal("2", Page.Value(registry, "alys_metrics_observations_dropped_total{reason=\"infinite\"}"));
            meter.CreateObservableCounter("c", () => -1);
            Assert.Null(Page.Value(registry, "c_total"));
            Assert.Equal("6", Page.Value(registry, "alys_metrics_observations_dropped_total{reason=\"negative\"}"));
        });
    }

    [Fact]
    public void Bounds_are_those_advised_or_fit_the_unit()
    {
        Run("ingest bounds", scope: false, (registry, meter) =>
        {
            meter.CreateHistogram<float>("advised", null, null, None, new() { HistogramBucketBoundaries = [0.1f, 2] })
                .Record(0.1f);
            meter.CreateHistogram<double>("time", "s").Record(0.004);
            meter.CreateHistogram<long>("size", "By").Record(3);
            meter.CreateHistogram<int>("bad", null, null, None, new() { HistogramBucketBoundaries = [-5, 5] })
                .Record(3);
            Assert.NotNull(Page.Value(registry, "advised_bucket{le=\"0.1\"}"));
            Assert.Equal("1", Page.Value(registry, "time_seconds_bucket{le=\"0.005\"}"));
            Assert.Equal("0", Page.Value(registry, "size_bytes_bucket{le=\"0\"}"));
            Assert.Equal("1", Page.Value(registry, "size_bytes_bucket{le=\"5\"}"));
            Assert.Equal("1", Page.Value(registry, "bad_bucket{le=\"10000\"}"));
            Assert.Equal("1", Page.Value(registry, "alys_metrics_meter_advice_refused_total"));
        });
    }

    [Fact]
    public void The_limit_of_the_registry_holds_too()
    {
        var registry = new MetricRegistry(new MetricRegistryOptions { SeriesLimit = 200 });
        using IDisposable ingest = registry.IngestMeters(Of("ingest registry limit"));
        using var meter = new Meter("ingest registry limit");
        Counter<long> counter = meter.CreateCounter<long>("a");
        for (int i = 0; i < 500; i++) counter.Add(1, new KeyValuePair<string, object?>("x", i));
        meter.CreateHistogram<double>("h").Record(1);
        Assert.Equal(500, PageSamples.Of(Page.Of(registry)).With("a_total{").Sum(sample => sample.Value));
        Assert.True(PageSamples.Of(Page.Of(registry)).Values["alys_metrics_series{}"] <= 200);
        Assert.Equal("1", Page.Value(registry, Refused + "{reason=\"limit\"}"));
    }

    [Fact]
    public void Instruments_beyond_the_limit_are_refused_and_counted()
    {
        var options = Of("ingest many");
        options.InstrumentLimit = 2;
        Run(options, (registry, meter) =>
        {
            foreach (string name in (string[])["a", "b", "c", "d"]) meter.CreateCounter<long>(name).Add(1);
            Assert.Equal(["a_total", "b_total"], Names(registry));
            Assert.Equal("2", Page.Value(registry, Refused + "{reason=\"limit\"}"));
        });
    }

    [Fact]
    public void A_name_that_is_taken_is_refused_and_counted()
    {
        var registry = new MetricRegistry();
        registry.Counter("a_total", "Mine.").Add(5);
        using IDisposable ingest = registry.IngestMeters(Of("ingest taken"));
        using var meter = new Meter("ingest taken");
        meter.CreateCounter<long>("a").Add(1);
        meter.CreateCounter<long>("b").Add(1);
        meter.CreateHistogram<long>("b_total").Record(1);
        meter.CreateGauge<long>("b").Record(1);
        meter.CreateObservableCounter("b", () => 1L);
        meter.CreateCounter<double>("b").Add(1);
        meter.CreateCounter<long>("…").Add(1);
        Assert.Equal("5", Page.Value(registry, "a_total"));
        Assert.Equal(["a_total", "b_total"], Names(registry));
        Assert.Equal("3", Page.Value(registry, Refused + "{reason=\"name_taken\"}"));
        Assert.Equal("2", Page.Value(registry, Refused + "{reason=\"conflict\"}"));
        Assert.Equal("1", Page.Value(registry, Refused + "{reason=\"bad_name\"}"));
    }

    [Fact]
    public void A_meter_that_is_made_again_goes_on_where_it_stopped()
    {
        var registry = new MetricRegistry();
        using IDisposable ingest = registry.IngestMeters(Of("ingest again"));
        for (int i = 0; i < 3; i++)
        {
            using var meter = new Meter("ingest again");
            meter.CreateCounter<long>("a").Add(1);
            meter.CreateGauge<long>("g").Record(i);
            meter.CreateObservableGauge("o", () => i);
            meter.CreateUpDownCounter<long>("u").Add(1);
            Assert.Equal(["a_total", "g", "o", "u"], Names(registry));
            Assert.Equal($"{i}", Page.Value(registry, "o{otel_scope_name=\"ingest again\"}"));
        }

        Assert.Equal(["a_total"], Names(registry));
        Assert.Equal("3", Page.Value(registry, "a_total{otel_scope_name=\"ingest again\"}"));
        using var last = new Meter("ingest again");
        last.CreateGauge<long>("g");
        Assert.Equal(["a_total"], Names(registry));
    }

    [Fact]
    public void Two_meters_of_one_name_are_one_family()
    {
        var registry = new MetricRegistry();
        using IDisposable ingest = registry.IngestMeters(Of("ingest two"));
        using var first = new Meter("ingest two");
        using var second = new Meter("ingest two");
        foreach (Meter meter in (Meter[])[first, second])
        {
            meter.CreateCounter<long>("a").Add(1);
            meter.CreateObservableUpDownCounter("u", () => 3);
            meter.CreateObservableGauge("g", () => 3);
        }

        const string scope = "{otel_scope_name=\"ingest two\"}";
        Assert.Equal("2", Page.Value(registry, "a_total" + scope));
        Assert.Equal("6", Page.Value(registry, "u" + scope));
        Assert.Equal("3", Page.Value(registry, "g" + scope));
        first.Dispose();
        Assert.Equal("3", Page.Value(registry, "u" + scope));
    }
}
