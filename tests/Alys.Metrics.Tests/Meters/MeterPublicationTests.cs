using System.Diagnostics.Metrics;
using Alys.Metrics.Meters;
using Microsoft.Extensions.Time.Testing;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Alys.Metrics.Tests.Meters;

public sealed class MeterPublicationTests
{
    private enum Phase
    {
        Planned,
        Running,
    }

    [Fact]
    public async Task OpenTelemetry_shows_the_page_that_we_show()
    {
        await using OpenTelemetryPage page = await OpenTelemetryPage.StartAsync("publish page");
        var registry = new MetricRegistry();
        using IDisposable early = registry.Publish("publish page");
        Fill(registry);

        PageSamples theirs = PageSamples.Of(
            (await page.GetAsync(ExpositionFormat.Text)).Replace(
                "otel_scope_name=\"publish page\"", "", StringComparison.Ordinal));
        PageSamples ours = PageSamples.Of(Page.Of(registry));
        // The page about the page: its own numbers move while it is read.
        foreach (string name in theirs.Types.Keys.Where(IsOwn)) Assert.Equal(ours.Types[name], theirs.Types[name]);
        Assert.Empty(ours.Types.Keys.Where(IsOwn).Except(theirs.Types.Keys).Except(
            ["alys_metrics_scrape_duration_seconds", "alys_metrics_scrape_size_bytes"]));
        Assert.Equal(
            ours.Types.Where(type => !IsOwn(type.Key)), theirs.Types.Where(type => !IsOwn(type.Key)));
        Assert.Equal(
            ours.Values.Where(sample => !IsOwn(sample.Key)), theirs.Values.Where(sample => !IsOwn(sample.Key)));
    }

    [Fact]
    public void The_SDK_gets_instruments_of_the_right_kind_with_unit_and_help()
    {
        var registry = new MetricRegistry();
        Fill(registry);
        using IDisposable published = registry.Publish("publish kinds");
        var metrics = new List<Metric>();
        using MeterProvider provider = Sdk.CreateMeterProviderBuilder()
            .AddMeter("publish kinds")
            .AddReader(new BaseExportingMetricReader(new Keep(metrics)))
            .Build();
        provider.ForceFlush();

        Metric Named(string name) => metrics.Single(metric => metric.Name == name);
        Assert.Equal(MetricType.DoubleSum, Named("p_blocks_total").MetricType);
        Assert.Equal("Blocks.", Named("p_blocks_total").Description);
        Assert.Equal(MetricType.DoubleSumNonMonotonic, Named("p_open").MetricType);
        Assert.Equal(MetricType.DoubleGauge, Named("p_height").MetricType);
        Assert.Equal(MetricType.DoubleGauge, Named("p_build_info").MetricType);
        Assert.Equal("By", Named("p_sent_bytes_total").Unit);
    }

    [Fact]
    public void Labels_are_tags_as_they_were_given()
    {
        var registry = new MetricRegistry();
        registry.TextCounterFamily("p_total", "X.", null, "a", "b").WithLabels("q\"\\\n{}=,", " ☃ ").Add(2);
        using IDisposable published = registry.Publish("publish labels");
        Assert.Equal(["p_total 2 a=q\"\\\n{}=,|b= ☃ "], Observe("publish labels", "p_total"));
    }

    [Fact]
    public void An_absent_gauge_gives_no_measurement()
    {
        var registry = new MetricRegistry();
        Gauge gauge = registry.Gauge("p_gauge", "X.", initial: null);
        using IDisposable published = registry.Publish("publish absent");
        Assert.Empty(Observe("publish absent", "p_gauge"));
        gauge.Set(double.NegativeInfinity);
        Assert.Equal(["p_gauge -Infinity "], Observe("publish absent", "p_gauge"));
    }

    [Fact]
    public void A_metric_that_is_made_later_is_published_too()
    {
        var registry = new MetricRegistry();
        using IDisposable published = registry.Publish("publish later");
        registry.Counter("p_total", "X.").Add(3);
        Assert.Equal(["p_total 3 "], Observe("publish later", "p_total"));
    }

    [Fact]
    public void A_histogram_passes_on_what_it_observes_while_somebody_listens()
    {
        var clock = new FakeTimeProvider();
        var registry = new MetricRegistry(new MetricRegistryOptions { Clock = clock });
        TextFamily<Histogram> family =
            registry.TextHistogramFamily("p_seconds", "X.", HistogramBounds.Of(1), null, "a");
        Histogram before = family.WithLabels("x");
        using IDisposable published = registry.Publish("publish histogram");
        before.Observe(1);

        var heard = new List<string>();
        using (MeterListener listener = Listen("publish histogram", heard))
        {
            before.Observe(2);
            clock.Advance(TimeSpan.FromSeconds(1));
            before.Observe(3);
            family.WithLabels("made meanwhile").Observe(4);
            before.Observe(-1);
        }

        before.Observe(5);
        clock.Advance(TimeSpan.FromSeconds(1));
        before.Observe(6);
        Assert.Equal(["p_seconds 3 a=x", "p_seconds 4 a=made meanwhile"], heard);
        Assert.Equal(5, before.Count);
    }

    [Fact]
    public void What_a_listener_throws_does_not_reach_who_observes()
    {
        var registry = new MetricRegistry();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, me) =>
        {
            if (instrument.Meter.Name == "publish throwing") me.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((_, _, _, _) => throw new InvalidOperationException("mine"));
        listener.Start();
        using IDisposable published = registry.Publish("publish throwing");
        Histogram histogram = registry.Histogram("p_seconds", "X.", HistogramBounds.Of(1));
        histogram.Observe(1);
        Assert.Equal(1, histogram.Count);
    }

    [Fact]
    public void A_callback_that_throws_costs_its_own_instrument_only()
    {
        var registry = new MetricRegistry();
        registry.ObservableGauge("p_bad", "X.", () => throw new InvalidOperationException("mine"));
        registry.ObservableGauge("p_good", "X.", () => 4);
        using IDisposable published = registry.Publish("publish callbacks");
        Assert.Empty(Observe("publish callbacks", "p_bad"));
        Assert.Equal(["p_good 4 "], Observe("publish callbacks", "p_good"));
    }

    [Fact]
    public void Nothing_comes_in_that_went_out()
    {
        var registry = new MetricRegistry();
        registry.Counter("p_total", "X.").Add(1);
        using IDisposable ingest = registry.IngestMeters(new MeterIngestOptions { Meters = { "*loop*" } });
        using IDisposable published = registry.Publish("publish loop");
        using var meter = new Meter("another loop");
        meter.CreateCounter<long>("q").Add(1);
        Assert.Equal("1", Page.Value(registry, "q_total{otel_scope_name=\"another loop\"}"));
        Assert.Empty(Observe("publish loop", "q_total"));
        Assert.DoesNotContain("publish loop", Page.Of(registry), StringComparison.Ordinal);
        Assert.Equal("0", Page.Value(registry, "alys_metrics_meter_instruments_refused_total{reason=\"name_taken\"}"));
    }

    [Fact]
    public void Two_publications_and_their_ends_do_not_disturb_each_other()
    {
        var clock = new FakeTimeProvider();
        var registry = new MetricRegistry(new MetricRegistryOptions { Clock = clock });
        Histogram histogram = registry.Histogram("p_seconds", "X.", HistogramBounds.Of(1));
        var first = new List<string>();
        var second = new List<string>();
        using MeterListener listener1 = Listen("publish first", first);
        using MeterListener listener2 = Listen("publish second", second);
        IDisposable one = registry.Publish("publish first");
        using IDisposable two = registry.Publish("publish second");
        histogram.Observe(1);
        one.Dispose();
        one.Dispose();
        histogram.Observe(2);
        registry.Counter("p_total", "X.");
        Assert.Equal(["p_seconds 1 "], first);
        Assert.Equal(["p_seconds 1 ", "p_seconds 2 "], second);
    }

    private static bool IsOwn(string name) => name.StartsWith("alys_", StringComparison.Ordinal);

    private static void Fill(MetricRegistry registry)
    {
        registry.Counter("p_blocks_total", "Blocks.").Add(12);
        registry.CounterFamily<Phase>("p_sent_bytes_total", "Bytes.", "phase")[Phase.Running].Add(1L << 40);
        registry.UpDownCounter("p_open", "Open.").Add(-3);
        registry.Gauge("p_height", "Height.").Set(1.5);
        registry.Gauge("p_absent", "Absent.", initial: null);
        registry.Info("p_build_info", "Build.", "version", "commit").Set("1.2", "a\"b\\c\nd");
        registry.StateSet<Phase>("p_phase", "Phase.").Set(Phase.Running);
        registry.ObservableCounter("p_cpu_seconds_total", "CPU.", () => 1.25);
        registry.ObservableGaugeFamily<Phase>(
            "p_load_ratio", "Load.", "phase", phase => phase == Phase.Running ? 1 : null);
        TextFamily<Histogram> histogram =
            registry.TextHistogramFamily("p_wait_seconds", "Wait.", HistogramBounds.Of(0.1, 1), null, "peer");
        histogram.WithLabels("a").Observe(0.1);
        histogram.WithLabels("a").Observe(5);
        histogram.WithLabels("b").Observe(0.25);
    }

    private static List<string> Observe(string meter, string instrument)
    {
        var heard = new List<string>();
        using MeterListener listener = Listen(meter, heard);
        listener.RecordObservableInstruments();
        return [.. heard.Where(line => line.StartsWith(instrument + " ", StringComparison.Ordinal))];
    }

    private static MeterListener Listen(string meter, List<string> heard)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, me) =>
            {
                if (instrument.Meter.Name == meter) me.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) =>
        {
            string labels = string.Join('|', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));
            heard.Add(FormattableString.Invariant($"{instrument.Name} {value} {labels}"));
        });
        listener.Start();
        return listener;
    }

    private sealed class Keep(List<Metric> metrics) : BaseExporter<Metric>
    {
        public override ExportResult Export(in Batch<Metric> batch)
        {
            foreach (Metric metric in batch) metrics.Add(metric);
            return ExportResult.Success;
        }
    }
}
