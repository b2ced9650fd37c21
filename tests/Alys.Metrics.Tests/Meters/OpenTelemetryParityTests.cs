using System.Diagnostics.Metrics;
using Alys.Metrics.Meters;

namespace Alys.Metrics.Tests.Meters;

/// <summary>
/// Meters that both we and OpenTelemetry's SDK with its Prometheus exporter take in: families, types, labels and values
/// of both pages must be equal, so that a dashboard written for the one works with the other.
/// </summary>
public sealed class OpenTelemetryParityTests
{
    private static readonly string[] Names =
    [
        "plain", "http.server.request.duration", "a__b", "a.-b", "a._b", "Upper.Case", "x/y", "ends.in.", "ends_",
        "size.bytes", "size_bytes_total", "time_seconds", "seconds", "x_total", "x.total", "total", "in_total_between",
        "used.percent", "a.b_total",
    ];

    private static readonly string?[] Units =
    [
        null, "", "1", "s", "ms", "min", "By", "KiBy", "KB", "%", "$", "Cel", "{request}", "{a}b", "a{b}c{d}", "{open",
        "By/s", "m/s", "1/s", "{request}/s", "km/h", "s/", "/s", "a/b/c", "strange unit!", "__x__", "°C", "d", "h",
        "widgets per hour",
    ];

    private static readonly object?[] Values =
    [
        "text", "", "with \"quotes\", \\ and \n newline", "snow ☃ and 😀", "lone \uD800 surrogate", null, true, false,
        (sbyte)-1, (byte)2, (short)-3, (ushort)4, -5, 6u, -7L, ulong.MaxValue, 'c', 0f, 0.1f, 1f, 0d, -0d, 1d, -1.5,
        0.001, 0.0001, 0.00001, 0.000012, 1e-10, 1e-11, 9.9999, 10d, 12.5, 100d, 1000d, 123456d, 999999d, 1e6, 1234567d,
        1e7, 1e10, 1e11, 1.5e300, -1e6, -1e-5, double.MaxValue, double.Epsilon, double.NaN, double.PositiveInfinity,
        double.NegativeInfinity, 1.50m, -0.0m, DayOfWeek.Friday, (DayOfWeek)42, Guid.Empty, new DateTime(2024, 2, 3),
        TimeSpan.FromSeconds(1.5), new Version(1, 2), typeof(string), new[] { "a" }, new[] { 1, 2 }, (1, "b"),
    ];

    private static readonly string?[] Keys =
    [
        "plain", "a.b", "a..b", "a._b", "a_.b", "a__b", "a-b", "9lives", "Upper", "x:y", "äö", "", " ", ".", "job",
        "instance", "quantile", "le", "otel_scope_nam", "a b c", "trailing.",
    ];

    private static readonly InstrumentAdvice<double> Advice = new() { HistogramBucketBoundaries = [0.1, 1, 2.5e7] };

    [Theory]
    [InlineData("counter")]
    [InlineData("up-down counter")]
    [InlineData("gauge")]
    [InlineData("histogram")]
    [InlineData("observable counter")]
    [InlineData("observable up-down counter")]
    [InlineData("observable gauge")]
    public Task Every_name_and_unit_is_rendered_the_same(string kind) => CompareAsync($"names {kind}", prefix =>
    {
        var meters = new List<Meter>();
        foreach ((int number, string? unit) in Units.Index())
        {
            foreach ((int index, string name) in Names.Index())
            {
                // A meter each: names that differ can become equal, which the exporter writes twice.
                var meter = new Meter($"{prefix} {number}/{index}");
                meters.Add(meter);
                Make(meter, kind, name, unit, number * 100 + index);
            }
        }

        return meters;
    });

    [Fact]
    public Task Every_tag_value_is_rendered_the_same() => CompareAsync("values", prefix =>
    {
        var meter = new Meter($"{prefix} 0");
        Counter<long> counter = meter.CreateCounter<long>("requests");
        foreach ((int index, object? value) in Values.Index())
            counter.Add(index + 1, new("index", index), new("v", value));
        return [meter];
    });

    [Fact]
    public Task Every_tag_key_is_rendered_the_same() => CompareAsync("keys", prefix =>
    {
        var meter = new Meter($"{prefix} 0");
        Counter<double> counter = meter.CreateCounter<double>("requests");
        foreach ((int index, string? key) in Keys.Index())
            counter.Add(index + 0.5, new("index", index), new(key!, "v"));
        return [meter];
    });

    [Fact]
    public Task Keys_that_become_one_label_are_joined_the_same() => CompareAsync("joined", prefix =>
    {
        var meter = new Meter($"{prefix} 0", "7");
        Counter<int> counter = meter.CreateCounter<int>("requests");
        counter.Add(1, new("a.b", "dot"), new("a-b", "dash"), new("a_b", "underscore"));
        counter.Add(2, new("otel_scope_name", "mine"), new("z", 1));
        counter.Add(3, new("otel.scope.version", "mine"), new("z", 2));
        return [meter];
    });

    [Fact]
    public Task Scopes_are_rendered_the_same() => CompareAsync("scopes", prefix =>
    {
        Meter[] meters =
        [
            new($"{prefix} 0"),
            new($"{prefix} 1", "1.2.3-beta+\"q\""),
            new($"{prefix} 2", "", [new("a.b", 1.5), new("a-b", true), new("empty", ""), new("none", null)]),
            new($"{prefix} 3", null, [new("name", "x"), new("version", "y"), new("schema_url", "z"), new("9", 9)]),
            new(new MeterOptions($"{prefix} 4") { TelemetrySchemaUrl = "https://schema.test/1" }),
        ];
        foreach (Meter meter in meters) meter.CreateCounter<long>("requests").Add(1);
        return meters;
    });

    [Fact]
    public Task Every_number_counts_the_same() => CompareAsync("numbers", prefix =>
    {
        var meter = new Meter($"{prefix} 0");
        Record<byte>(meter, 1, 200);
        Record<short>(meter, 1, 30_000);
        Record(meter, 1, int.MaxValue);
        Record(meter, 1L, 1L << 40);
        Record(meter, 0.1f, 2.5f);
        Record(meter, 0.1, 1e12);
        return [meter];
    });

    [Fact]
    public Task Tags_of_observations_are_rendered_the_same() => CompareAsync("observations", prefix =>
    {
        var meter = new Meter($"{prefix} 0");
        KeyValuePair<string, object?>[] tags = [new("queue.name", "in"), new("partition", 3)];
        meter.CreateObservableGauge("queue.length", () => new Measurement<int>(7, tags), "{item}", "Items waiting.");
        meter.CreateObservableCounter("items.seen", () => new Measurement<double>[] { new(1.5, tags), new(2.5) }, "s");
        return [meter];
    });

    /// <summary>What these meters say changes while it is read, so our page is taken before and after.</summary>
    [Fact]
    public async Task The_base_library_and_Kestrel_are_rendered_the_same()
    {
        string[] meters =
        [
            "System.Runtime", "System.Net.Http", "System.Net.NameResolution", "Microsoft.AspNetCore.Hosting",
            "Microsoft.AspNetCore.Server.Kestrel",
        ];
        var registry = new MetricRegistry();
        using IDisposable ingest = registry.IngestMeters(Options(meters));
        await using OpenTelemetryPage page = await OpenTelemetryPage.StartAsync(meters);
        await page.GetAsync();
        PageSamples before = Ours(registry);
        PageSamples theirs = PageSamples.Of(await page.GetAsync());
        PageSamples after = Ours(registry);

        Assert.Contains("http_server_request_duration_seconds", before.Types.Keys);
        Assert.Contains("http_client_request_duration_seconds", before.Types.Keys);
        Assert.Contains("kestrel_active_connections", before.Types.Keys);
        Assert.Contains("dotnet_gc_collections", before.Types.Keys);
        Assert.Empty(before.Types.Except(theirs.Types));
        Assert.Empty(theirs.Types.Except(after.Types));
        Assert.Empty(before.Values.Keys.Except(theirs.Values.Keys));
        Assert.Empty(theirs.Values.Keys.Except(after.Values.Keys));
    }

    private static MeterIngestOptions Options(params string[] meters)
    {
        var options = new MeterIngestOptions { InstrumentLimit = 10_000, FamilyLimit = 10_000 };
        foreach (string meter in meters) options.Meters.Add(meter);
        return options;
    }

    private static PageSamples Ours(MetricRegistry registry)
    {
        PageSamples samples = PageSamples.Of(Page.Of(registry, ExpositionFormat.OpenMetrics));
        foreach (string own in samples.Types.Keys.Where(IsOwn).ToArray()) samples.Types.Remove(own);
        foreach (string own in samples.Values.Keys.Where(IsOwn).ToArray()) samples.Values.Remove(own);
        return samples;
    }

    private static bool IsOwn(string name) => name.StartsWith("alys_", StringComparison.Ordinal);

    private static async Task CompareAsync(string test, Func<string, IReadOnlyList<Meter>> use)
    {
        string prefix = $"parity {test}";
        var registry = new MetricRegistry(new MetricRegistryOptions { SeriesLimit = 100_000 });
        using IDisposable ingest = registry.IngestMeters(Options($"{prefix} *"));
        await using OpenTelemetryPage page = await OpenTelemetryPage.StartAsync($"{prefix} *");
        IReadOnlyList<Meter> meters = use(prefix);
        PageSamples theirs = PageSamples.Of(await page.GetAsync());
        PageSamples ours = Ours(registry);
        foreach (Meter meter in meters) meter.Dispose();

        Assert.NotEmpty(theirs.Values);
        AssertNone(theirs.Types.Except(ours.Types));
        AssertNone(ours.Types.Except(theirs.Types));
        AssertNone(theirs.Values.Except(ours.Values).Concat(ours.Values.Except(theirs.Values)));
        AssertNone(ours.Values.Except(theirs.Values));
    }

    private static void AssertNone<T>(IEnumerable<T> differences)
    {
        string lines = string.Join('\n', differences);
        Assert.True(lines.Length == 0, lines);
    }

    private static void Make(Meter meter, string kind, string name, string? unit, int value)
    {
        switch (kind)
        {
            case "counter": meter.CreateCounter<long>(name, unit).Add(value); break;
            case "up-down counter": meter.CreateUpDownCounter<long>(name, unit).Add(-value); break;
            case "gauge": meter.CreateGauge<double>(name, unit).Record(value + 0.5); break;
            case "observable counter": meter.CreateObservableCounter(name, () => (long)value, unit); break;
            case "observable up-down counter": meter.CreateObservableUpDownCounter(name, () => -value, unit); break;
            case "observable gauge": meter.CreateObservableGauge(name, () => value + 0.5, unit); break;
            default: meter.CreateHistogram(name, unit, null, null, Advice).Record(value); break;
        }
    }

    private static void Record<T>(Meter meter, T first, T second)
        where T : struct
    {
        string type = typeof(T).Name.ToLowerInvariant();
        Counter<T> counter = meter.CreateCounter<T>($"counter.{type}");
        UpDownCounter<T> upDown = meter.CreateUpDownCounter<T>($"updown.{type}");
        Gauge<T> gauge = meter.CreateGauge<T>($"gauge.{type}");
        Histogram<T> histogram = meter.CreateHistogram<T>($"histogram.{type}");
        meter.CreateObservableGauge($"observed.{type}", () => second);
        foreach (T value in (T[])[first, second])
        {
            counter.Add(value);
            upDown.Add(value);
            gauge.Record(value);
            histogram.Record(value);
        }
    }
}
