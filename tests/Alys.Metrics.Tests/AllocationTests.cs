using System.Buffers;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace Alys.Metrics.Tests;

/// <summary>What is recorded allocates nothing, and a page costs the same whatever it holds.</summary>
public sealed class AllocationTests
{
    private const int WarmUp = 2_000;
    private const int Times = 100_000;

    private enum Outcome
    {
        Success,
        Failure,
    }

    private enum Transport
    {
        Http,
        Ipc,
    }

    public static TheoryData<string> Operations => [.. Made.Keys];

    private static Dictionary<string, Func<MetricRegistry, Action<int>>> Made { get; } = new()
    {
        ["counter"] = r => Repeat(r.Counter("a_total", "Tests."), (counter, i) => counter.Add(i)),
        ["refused amount"] = r => Repeat(r.Counter("a_total", "Tests."), (counter, _) => counter.Add(-1)),
        ["up-down counter"] = r => Repeat(r.UpDownCounter("a", "Tests."), (counter, i) => counter.Add(-i)),
        ["gauge"] = r => Repeat(r.Gauge("a", "Tests."), (gauge, i) => gauge.Set(i)),
        ["histogram"] = r => Repeat(Histogram(r), (histogram, i) => histogram.Observe(i)),
        ["histogram, a duration"] = r => Repeat(Histogram(r), (histogram, i) => histogram.Observe(new TimeSpan(i))),
        ["histogram, NaN"] = r => Repeat(Histogram(r), (histogram, _) => histogram.Observe(double.NaN)),
        ["histogram, a start"] = r =>
            Repeat(Histogram(r), (histogram, _) => histogram.ObserveSince(Stopwatch.GetTimestamp())),
        ["histogram, a block"] = r => Repeat(Histogram(r), (histogram, _) =>
        {
            using (histogram.Time())
            {
            }
        }),
        ["closed family"] = r => Repeat(
            r.CounterFamily<Outcome, Transport>("a_total", "Tests.", "outcome", "transport"),
            (family, i) => family[(Outcome)(i & 1), Transport.Ipc].Increment()),
        ["closed family, at once"] = r => Repeat(
            r.CounterFamily<Outcome, Transport>("a_total", "Tests.", "outcome", "transport"),
            (family, i) => family.Increment((Outcome)(i & 1), Transport.Ipc)),
        ["closed family, no member"] = r => Repeat(
            r.CounterFamily<Outcome>("a_total", "Tests.", "outcome"), (family, _) => family.Increment((Outcome)9)),
        ["open family, known values"] = r => Repeat(
            r.TextCounterFamily("a_total", "Tests.", null, "a", "b"),
            (family, i) => family.WithLabels((i & 1) == 0 ? "x" : "y", "z").Increment()),
        ["open family, beyond its limit"] = r => Repeat(
            r.TextCounterFamily("a_total", "Tests.", new TextFamilyOptions { Limit = 1 }, "a"),
            (family, i) => family.WithLabels((i & 1) == 0 ? "x" : "y").Increment()),
        ["open family, a value that is too long"] = r =>
        {
            string longValue = new('x', 300);
            return Repeat(
                r.TextCounterFamily("a_total", "Tests.", null, "a"),
                (family, _) => family.WithLabels(longValue).Increment());
        },
    };

    [Theory]
    [MemberData(nameof(Operations))]
    public void Recording_allocates_nothing(string operation)
    {
        Action<int> record = Made[operation](new MetricRegistry());

        Assert.Equal(0, AllocatedBy(record));
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(1)]
    public void Recording_by_a_meter_allocates_nothing_within_and_beyond_the_limit(int limit)
    {
        var registry = new MetricRegistry(new MetricRegistryOptions { FamilyLimit = limit });
        using var meter = new Meter($"{nameof(AllocationTests)}.{limit}");
        using IDisposable ingested = registry.IngestMeters(new() { Meters = { meter.Name } });
        Counter<long> counter = meter.CreateCounter<long>("requests");
        string[] methods = ["GET", "POST"];

        long allocated = AllocatedBy(i => counter.Add(1, new("method", methods[i & 1]), new("scheme", "http")));

        Assert.Equal(0, allocated);
    }

    [Theory]
    [InlineData(ExpositionFormat.Text)]
    [InlineData(ExpositionFormat.OpenMetrics)]
    public void A_page_of_ten_times_the_series_allocates_no_more(ExpositionFormat format)
    {
        long few = AllocatedByPage(1_000, format);
        long many = AllocatedByPage(10_000, format);

        Assert.InRange(few, 0, 2_048);
        Assert.InRange(many, 0, few + 512);
    }

    private static Histogram Histogram(MetricRegistry registry) =>
        registry.Histogram("a_seconds", "Tests.", HistogramBounds.Of(1, 10, 100));

    private static Action<int> Repeat<T>(T instrument, Action<T, int> record) => i => record(instrument, i);

    private static long AllocatedBy(Action<int> record)
    {
        for (int i = 0; i < WarmUp; i++) record(i);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Times; i++) record(i);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static long AllocatedByPage(int series, ExpositionFormat format)
    {
        var registry = new MetricRegistry(new MetricRegistryOptions { SeriesLimit = 20_000, FamilyLimit = 20_000 });
        TextFamily<Counter> family = registry.TextCounterFamily("a_total", "Tests.", null, "a");
        for (int i = 0; i < series; i++) family.WithLabels(i.ToString(CultureInfo.InvariantCulture)).Add(i);
        var page = new ArrayBufferWriter<byte>();
        registry.Write(page, format);
        registry.Write(page, format);
        page.ResetWrittenCount();

        long before = GC.GetAllocatedBytesForCurrentThread();
        registry.Write(page, format);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
