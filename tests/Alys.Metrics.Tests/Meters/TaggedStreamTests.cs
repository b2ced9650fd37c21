using System.Diagnostics.Metrics;
using static Alys.Metrics.Tests.Meters.Ingested;

namespace Alys.Metrics.Tests.Meters;

public sealed class TaggedStreamTests
{
    private static readonly KeyValuePair<string, object?>[] None = [];

    [Fact]
    public void Tags_in_another_order_are_the_same_series()
    {
        Run("ingest order", scope: false, (registry, meter) =>
        {
            Counter<long> counter = meter.CreateCounter<long>("a");
            counter.Add(1, new("x", "1"), new("y", "2"), new("z", "3"));
            counter.Add(2, new("z", "3"), new("y", "2"), new("x", "1"));
            counter.Add(4, new("y", "2"), new("x", "1"), new("z", "3"));
            counter.Add(8, new("x", "2"), new("y", "1"), new("z", "3"));
            Assert.Equal("7", Page.Value(registry, "a_total{x=\"1\",y=\"2\",z=\"3\"}"));
            Assert.Equal("8", Page.Value(registry, "a_total{x=\"2\",y=\"1\",z=\"3\"}"));
        });
    }

    [Fact]
    public void Values_that_look_the_same_are_the_same_series()
    {
        Run("ingest same", scope: false, (registry, meter) =>
        {
            Counter<long> counter = meter.CreateCounter<long>("a");
            foreach (object value in (object[])[1, "1", 1L, (byte)1, 1m, new Version(1, 0).Major])
                counter.Add(1, new KeyValuePair<string, object?>("x", value));
            Assert.Equal("6", Page.Value(registry, "a_total{x=\"1\"}"));
        });
    }

    [Fact]
    public void An_empty_tag_makes_no_second_series()
    {
        Run("ingest empty", scope: false, (registry, meter) =>
        {
            Counter<long> counter = meter.CreateCounter<long>("a");
            counter.Add(1);
            counter.Add(2, new KeyValuePair<string, object?>("x", null));
            counter.Add(4, new KeyValuePair<string, object?>("y", ""));
            Assert.Equal("7", Page.Value(registry, "a_total"));
        });
    }

    [Fact]
    public void A_key_that_is_given_twice_is_joined_in_no_order()
    {
        Run("ingest twice", scope: false, (registry, meter) =>
        {
            Counter<long> counter = meter.CreateCounter<long>("a");
            counter.Add(1, new("x", "b"), new("x", "a"));
            counter.Add(2, new("x", "a"), new("x", "b"));
            counter.Add(4, new("x", "a"), new("y", "b"));
            Assert.Equal("3", Page.Value(registry, "a_total{x=\"a;b\"}"));
            Assert.Equal("4", Page.Value(registry, "a_total{x=\"a\",y=\"b\"}"));
        });
    }

    [Fact]
    public void Labels_that_Prometheus_keeps_for_itself_are_renamed()
    {
        Run("ingest reserved", scope: false, (registry, meter) =>
        {
            meter.CreateCounter<long>("a").Add(1, new("__name__", "n"), new("le", "l"));
            meter.CreateHistogram<double>("h", null, null, None, new() { HistogramBucketBoundaries = [1] })
                .Record(1, new KeyValuePair<string, object?>("le", "l"));
            Assert.Equal("1", Page.Value(registry, "a_total{exported___name__=\"n\",le=\"l\"}"));
            Assert.Equal("1", Page.Value(registry, "h_bucket{exported_le=\"l\",le=\"1\"}"));
        });
    }

    [Fact]
    public void Tags_of_an_instrument_are_labels()
    {
        Run("ingest instrument tags", scope: false, (registry, meter) =>
        {
            meter.CreateCounter<long>("a", null, null, [new("role", "x")])
                .Add(1, new KeyValuePair<string, object?>("y", 1));
            Assert.Equal("1", Page.Value(registry, "a_total{role=\"x\",y=\"1\"}"));
        });
    }

    [Fact]
    public void Tags_beyond_the_limit_are_one_series_and_counted()
    {
        var options = Of("ingest limit");
        options.FamilyLimit = 2;
        Run(options, (registry, meter) =>
        {
            Counter<long> counter = meter.CreateCounter<long>("a");
            for (int i = 0; i < 5; i++) counter.Add(1, new KeyValuePair<string, object?>("x", i));
            counter.Add(10, new KeyValuePair<string, object?>("x", 1));
            const string scope = "otel_scope_name=\"ingest limit\"";
            Assert.Equal("11", Page.Value(registry, $"a_total{{{scope},x=\"1\"}}"));
            Assert.Equal("3", Page.Value(registry, $"a_total{{otel_metric_overflow=\"true\",{scope}}}"));
            Assert.Equal("3", Page.Value(registry, "alys_metrics_series_refused_total{family=\"a_total\"}"));
        });
    }

    [Fact]
    public void A_tag_that_is_too_long_or_an_overflow_of_observations_goes_the_same_way()
    {
        var options = Of("ingest long");
        options.ScopeLabels = false;
        options.FamilyLimit = 1;
        Run(options, (registry, meter) =>
        {
            meter.CreateCounter<long>("a").Add(1, new KeyValuePair<string, object?>("x", new string('x', 257)));
            meter.CreateObservableUpDownCounter("b", () => Enumerable.Range(1, 4).Select(value =>
                new Measurement<int>(value, new KeyValuePair<string, object?>("x", value))));
            Assert.Equal("1", Page.Value(registry, "a_total{otel_metric_overflow=\"true\"}"));
            Assert.Equal("1", Page.Value(registry, "b{x=\"1\"}"));
            Assert.Equal("9", Page.Value(registry, "b{otel_metric_overflow=\"true\"}"));
            Assert.Equal("9", Page.Value(registry, "b{otel_metric_overflow=\"true\"}"));
        });
    }

    [Fact]
    public void Code_in_tags_that_throws_does_not_reach_who_measures()
    {
        Run("ingest throwing", scope: false, (registry, meter) =>
        {
            Counter<long> counter = meter.CreateCounter<long>("a");
            counter.Add(1, new KeyValuePair<string, object?>("x", new Throwing()));
            counter.Add(2, new("x", "fine"), new(null!, "key"));
            meter.CreateCounter<long>("b", null, null, [new("x", new Throwing())]).Add(1);
            Assert.Equal("2", Page.Value(registry, "a_total{_=\"key\",x=\"fine\"}"));
            Assert.Equal("1", Page.Value(registry, "alys_metrics_observations_dropped_total{reason=\"bad_tag\"}"));
            Assert.Equal("1", Page.Value(registry, Refused + "{reason=\"failed\"}"));
        });
    }

    [Fact]
    public void A_known_series_and_one_beyond_the_limit_cost_no_allocation()
    {
        var options = Of("ingest allocation");
        options.FamilyLimit = 10;
        Run(options, (_, meter) =>
        {
            Counter<long> counter = meter.CreateCounter<long>("a");
            Histogram<double> histogram = meter.CreateHistogram<double>("h", "s");
            string[] values = [.. Enumerable.Range(0, 100).Select(i => $"value-{i}")];
            Record(counter, histogram, values);
            long before = GC.GetAllocatedBytesForCurrentThread();
            Record(counter, histogram, values);
            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        });
    }

    [Fact]
    public async Task Nothing_is_lost_when_many_measure_at_once()
    {
        var registry = new MetricRegistry();
        using IDisposable ingest = registry.IngestMeters(Of("ingest soak"));
        using var meter = new Meter("ingest soak");
        Counter<long> counter = meter.CreateCounter<long>("a");
        string[] values = [.. Enumerable.Range(0, 2_000).Select(i => $"value-{i}")];
        bool over = false;
        Task scraper = Task.Run(() =>
        {
            while (!Volatile.Read(ref over)) PageSamples.Of(Page.Of(registry));
        }, TestContext.Current.CancellationToken);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            foreach (string value in values)
                counter.Add(1, new("x", value), new("y", value.Length));
        }, TestContext.Current.CancellationToken)));
        Volatile.Write(ref over, true);
        await scraper;
        Assert.Equal(8_000, PageSamples.Of(Page.Of(registry)).With("a_total{").Sum(sample => sample.Value));
    }

    private static void Record(Counter<long> counter, Histogram<double> histogram, string[] values)
    {
        foreach (string value in values)
        {
            counter.Add(1, new("x", value), new("y", "same"));
            counter.Add(1, new("y", "same"), new("x", value));
            histogram.Record(0.25, new KeyValuePair<string, object?>("x", value));
            counter.Add(1);
        }
    }

    private sealed class Throwing
    {
        public override bool Equals(object? obj) => throw new InvalidOperationException("mine");

        public override int GetHashCode() => throw new InvalidOperationException("mine");

        public override string ToString() => throw new InvalidOperationException("mine");
    }
}
