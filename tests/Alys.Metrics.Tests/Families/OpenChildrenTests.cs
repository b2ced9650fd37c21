using System.Runtime.CompilerServices;
using Microsoft.Extensions.Time.Testing;

namespace Alys.Metrics.Tests.Families;

/// <summary>How children of open families leave and come back.</summary>
public sealed class OpenChildrenTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly MetricRegistry _registry;

    public OpenChildrenTests() => _registry = new MetricRegistry(new MetricRegistryOptions { Clock = _clock });

    [Fact]
    public void A_removed_gauge_leaves_at_once()
    {
        TextFamily<Gauge> latency = _registry.TextGaugeFamily("latency_seconds", "Latency.", null, "peer");
        latency.WithLabels("a").Set(1);
        latency.WithLabels("b").Set(2);

        Assert.True(latency.Remove("a"));

        Assert.Equal("latency_seconds{peer=\"b\"} 2", Page.Lines(_registry, "latency_seconds{"));
        Assert.Equal(1, latency.Count);
    }

    [Fact]
    public void A_gauge_that_comes_back_does_not_show_what_it_was()
    {
        TextFamily<Gauge> latency = _registry.TextGaugeFamily("latency_seconds", "Latency.", null, "peer");
        Gauge held = latency.WithLabels("a");
        held.Set(1);
        latency.Remove("a");

        Gauge again = latency.WithLabels("a");

        Assert.Same(held, again);
        Assert.Equal("", Page.Lines(_registry, "latency_seconds{"));
        again.Set(3);
        Assert.Equal("latency_seconds{peer=\"a\"} 3", Page.Lines(_registry, "latency_seconds{"));
    }

    [Fact]
    public void A_removed_counter_stays_until_a_later_scrape_has_shown_its_last_total()
    {
        TextFamily<Counter> messages = _registry.TextCounterFamily("messages_total", "Messages.", null, "peer");
        messages.WithLabels("a").Add(5);

        Assert.True(messages.Remove("a"));

        Assert.Equal("5", Scraped("messages_total{peer=\"a\"}"));
        Assert.Null(Scraped("messages_total{peer=\"a\"}"));
        Assert.Equal(0, messages.Count);
    }

    [Fact]
    public void A_removed_counter_that_is_written_to_stays()
    {
        TextFamily<Counter> messages = _registry.TextCounterFamily("messages_total", "Messages.", null, "peer");
        messages.WithLabels("a").Add(5);
        messages.Remove("a");
        messages.WithLabels("a").Add(1);

        for (int i = 0; i < 5; i++) Assert.Equal("6", Scraped("messages_total{peer=\"a\"}"));
    }

    [Fact]
    public void A_handle_that_was_kept_brings_its_child_back_with_the_whole_total()
    {
        TextFamily<Counter> messages = _registry.TextCounterFamily("messages_total", "Messages.", null, "peer");
        Counter held = messages.WithLabels("a");
        held.Add(5);
        messages.Remove("a");
        Scraped("messages_total");
        Assert.Null(Scraped("messages_total{peer=\"a\"}"));

        held.Add(2);

        Assert.Equal("7", Scraped("messages_total{peer=\"a\"}"));
        Assert.Same(held, messages.WithLabels("a"));
    }

    [Fact]
    public void What_a_lost_handle_counted_last_is_shown()
    {
        TextFamily<Counter> messages = _registry.TextCounterFamily("messages_total", "Messages.", null, "peer");
        WeakReference lost = RemoveThenCount(messages);

        Assert.True(Collected(lost));

        Assert.Equal("7", Scraped("messages_total{peer=\"a\"}"));
        messages.WithLabels("a").Add(1);
        Assert.Equal("8", Scraped("messages_total{peer=\"a\"}"));
    }

    [Fact]
    public void A_child_that_nobody_remembers_starts_again_at_0_in_cells_that_are_used_again()
    {
        TextFamily<Counter> messages = _registry.TextCounterFamily("messages_total", "Messages.", null, "peer");
        for (int i = 0; i < 2_000; i++)
        {
            WeakReference lost = CountAndRemove(messages, $"peer-{i}");
            Scraped("messages_total");
            Scraped("messages_total");
            if (i % 500 == 0) Assert.True(Collected(lost));
        }

        CollectEverything();
        Scraped("messages_total");
        Counter again = messages.WithLabels("peer-1");

        Assert.Equal(0, again.Value);
        Assert.InRange(again.Cells!.Value.Slot, 0, int.MaxValue);
        Assert.Equal(1, messages.Count);
    }

    [Fact]
    public void A_child_that_nobody_writes_to_leaves_after_its_time_to_live()
    {
        TextFamily<Histogram> sizes = _registry.TextHistogramFamily(
            "size_bytes", "Sizes.", HistogramBounds.Of(1), new TextFamilyOptions { TimeToLive = Minute }, "peer");
        Histogram alive = sizes.WithLabels("alive");
        Histogram idle = sizes.WithLabels("idle");
        idle.Observe(1);

        for (int i = 0; i < 5; i++)
        {
            alive.Observe(1);
            Assert.Equal("1", Scraped("size_bytes_count{peer=\"idle\"}"));
            _clock.Advance(TimeSpan.FromSeconds(12));
        }

        Assert.Null(Scraped("size_bytes_count{peer=\"idle\"}"));
        Assert.Equal("5", Scraped("size_bytes_count{peer=\"alive\"}"));
        Assert.Equal("1", Scraped("alys_metrics_series_removed_total"));
    }

    [Fact]
    public void A_gauge_that_is_set_to_the_same_value_again_and_again_is_alive()
    {
        TextFamily<Gauge> latency = _registry.TextGaugeFamily(
            "latency_seconds", "Latency.", new TextFamilyOptions { TimeToLive = Minute }, "peer");
        for (int i = 0; i < 10; i++)
        {
            latency.WithLabels("a").Set(1);
            Assert.Equal("1", Scraped("latency_seconds{peer=\"a\"}"));
            _clock.Advance(TimeSpan.FromSeconds(50));
        }
    }

    [Fact]
    public void What_is_under_way_does_not_expire()
    {
        TextFamily<UpDownCounter> requests = _registry.TextUpDownCounterFamily(
            "requests", "Requests under way.", new TextFamilyOptions { TimeToLive = Minute }, "peer");
        requests.WithLabels("a").Increment();
        Assert.Equal("1", ScrapedAfterLong("requests{peer=\"a\"}"));

        requests.WithLabels("a").Decrement();

        Assert.Null(ScrapedAfterLong("requests{peer=\"a\"}"));
    }

    [Fact]
    public void Nothing_expires_while_nobody_scrapes_to_the_end()
    {
        TextFamily<Counter> messages = _registry.TextCounterFamily(
            "messages_total", "Messages.", new TextFamilyOptions { TimeToLive = Minute }, "peer");
        messages.WithLabels("a").Add(5);
        for (int i = 0; i < 3; i++)
        {
            _registry.Scrape(ExpositionFormat.Text).WriteNext(new System.Buffers.ArrayBufferWriter<byte>(), 1);
            _clock.Advance(Minute);
        }

        Assert.Equal("5", Scraped("messages_total{peer=\"a\"}"));
    }

    [Fact]
    public void A_child_that_leaves_makes_room_for_another()
    {
        TextFamily<Counter> messages = _registry.TextCounterFamily(
            "messages_total", "Messages.", new TextFamilyOptions { Limit = 1 }, "peer");
        messages.WithLabels("a").Increment();
        string? series = Scraped("alys_metrics_series");
        messages.Remove("a");
        Scraped("messages_total");
        Scraped("messages_total");

        messages.WithLabels("b").Increment();

        Assert.Equal("1", Scraped("messages_total{peer=\"b\"}"));
        Assert.Null(Scraped("messages_total{peer=\"other\"}"));
        Assert.Equal(series, Scraped("alys_metrics_series"));
    }

    [Fact]
    public void What_comes_back_without_room_keeps_its_total_until_there_is_room()
    {
        TextFamily<Counter> messages = _registry.TextCounterFamily(
            "messages_total", "Messages.", new TextFamilyOptions { Limit = 1 }, "peer");
        Counter held = messages.WithLabels("a");
        held.Add(5);
        messages.Remove("a");
        Scraped("messages_total");
        Scraped("messages_total");
        messages.WithLabels("b").Increment();
        held.Add(1);
        Assert.Null(Scraped("messages_total{peer=\"a\"}"));

        messages.Remove("b");
        Scraped("messages_total");
        Scraped("messages_total");

        Assert.Equal("6", Scraped("messages_total{peer=\"a\"}"));
    }

    [Fact]
    public void Removing_what_is_not_there_or_other_removes_nothing()
    {
        TextFamily<Counter> messages = _registry.TextCounterFamily(
            "messages_total", "Messages.", new TextFamilyOptions { Limit = 1 }, "peer");
        messages.WithLabels("a").Increment();
        messages.WithLabels("b").Increment();

        Assert.False(messages.Remove("c"));
        Assert.False(messages.Remove("other"));
        Assert.Throws<ArgumentException>(() => messages.Remove("a", "b"));
        Assert.Equal(2, messages.Count);
    }

    [Fact]
    public void Children_of_one_chain_are_removed_one_by_one()
    {
        TextFamily<Gauge> family = _registry.TextGaugeFamily("test", "Tests.", null, "value");
        string[] values = [.. Enumerable.Range(0, 100).Select(i => $"v{i}")];
        foreach (string value in values) family.WithLabels(value).Set(1);

        for (int i = 0; i < values.Length; i += 2) Assert.True(family.Remove(values[i]));
        for (int i = 0; i < values.Length; i += 2) Assert.False(family.Remove(values[i]));
        Assert.Equal(50, family.Count);
        for (int i = 1; i < values.Length; i += 2) Assert.NotNull(family.WithLabels(values[i]).Value);
        Assert.Equal(50, family.Count);
    }

    [Fact]
    public void A_time_to_live_below_a_second_is_refused() =>
        Assert.Throws<ArgumentException>(() => _registry.TextCounterFamily(
            "messages_total", "Messages.", new TextFamilyOptions { TimeToLive = TimeSpan.Zero }, "peer"));

    [Fact]
    public void A_series_that_begins_again_says_when()
    {
        var registry = new MetricRegistry(new MetricRegistryOptions { Clock = _clock, CreatedSamples = true });
        TextFamily<Counter> messages = registry.TextCounterFamily("messages_total", "Messages.", null, "peer");
        WeakReference lost = CountAndRemove(messages, "a");
        Assert.Contains(
            "messages_created{peer=\"a\"} 1767225600.000\n", Page.Of(registry, ExpositionFormat.OpenMetrics),
            StringComparison.Ordinal);
        for (int scrape = 0; scrape < 2; scrape++)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(1));
            Page.Of(registry);
        }

        Assert.True(Collected(lost));
        Page.Of(registry);
        _clock.Advance(TimeSpan.FromMilliseconds(1498));

        messages.WithLabels("a").Increment();

        string page = Page.Of(registry, ExpositionFormat.OpenMetrics);
        Assert.Contains("messages_total{peer=\"a\"} 1\n", page, StringComparison.Ordinal);
        Assert.Contains("messages_created{peer=\"a\"} 1767225601.500\n", page, StringComparison.Ordinal);
        Assert.DoesNotContain("_created", Page.Of(registry), StringComparison.Ordinal);
    }

    private string? Scraped(string series)
    {
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        return Page.Value(_registry, series);
    }

    private string? ScrapedAfterLong(string series)
    {
        Scraped(series);
        Scraped(series);
        _clock.Advance(Minute);
        return Scraped(series);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference RemoveThenCount(TextFamily<Counter> messages)
    {
        Counter held = messages.WithLabels("a");
        held.Add(5);
        messages.Remove("a");
        Scraped("messages_total");
        Assert.Null(Scraped("messages_total{peer=\"a\"}"));
        held.Add(2);
        return new WeakReference(held);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference CountAndRemove(TextFamily<Counter> messages, string peer)
    {
        Counter child = messages.WithLabels(peer);
        child.Add(5);
        messages.Remove(peer);
        return new WeakReference(child);
    }

    private static bool Collected(WeakReference reference) => SpinWait.SpinUntil(
        () =>
        {
            CollectEverything();
            return !reference.IsAlive;
        },
        TimeSpan.FromSeconds(20));

    private static void CollectEverything()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }
}
