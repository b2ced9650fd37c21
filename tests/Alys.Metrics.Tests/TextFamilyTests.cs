using System.Globalization;

namespace Alys.Metrics.Tests;

public sealed class TextFamilyTests
{
    private readonly MetricRegistry _registry = new();

    [Fact]
    public void The_same_values_give_the_same_child_and_joined_values_do_not_mix()
    {
        TextFamily<Counter> family = _registry.TextCounterFamily("test_total", "Tests.", null, "a", "b");

        family.WithLabels("ab", "c").Add(1);
        family.WithLabels("a", "bc").Add(2);
        family.WithLabels("ab", "c").Add(10);

        Assert.Equal("11", Page.Value(_registry, "test_total{a=\"ab\",b=\"c\"}"));
        Assert.Equal("2", Page.Value(_registry, "test_total{a=\"a\",b=\"bc\"}"));
    }

    [Fact]
    public void Values_are_escaped_and_stay_different()
    {
        TextFamily<Counter> family = _registry.TextCounterFamily("test_total", "Tests.", null, "a");

        family.WithLabels("line\nbreak").Add(1);
        family.WithLabels("line\\nbreak").Add(2);
        family.WithLabels("a \"quote\"").Add(3);

        Assert.Equal("1", Page.Value(_registry, "test_total{a=\"line\\nbreak\"}"));
        Assert.Equal("2", Page.Value(_registry, "test_total{a=\"line\\\\nbreak\"}"));
        Assert.Equal("3", Page.Value(_registry, "test_total{a=\"a \\\"quote\\\"\"}"));
    }

    [Fact]
    public void A_million_values_hold_the_limit_and_other_carries_the_rest_and_memory_stays_flat()
    {
        const int values = 1_000_000, limit = 1_000;
        TextFamily<Counter> family = _registry.TextCounterFamily("test_total", "Tests.", null, "peer");
        Span<char> text = stackalloc char[16];
        for (int i = 0; i < 2 * limit; i++) Touch(family, text, i);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 2 * limit; i < values; i++) Touch(family, text, i);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
        Assert.Equal(limit + 1, family.Count);
        Assert.Equal($"{values - limit}", Page.Value(_registry, "test_total{peer=\"other\"}"));
        string refused = "alys_metrics_series_refused_total{family=\"test_total\"}";
        Assert.Equal($"{values - limit}", Page.Value(_registry, refused));
    }

    [Fact]
    public void The_limit_of_the_registry_holds_over_all_families_and_leaves_room_for_other()
    {
        var registry = new MetricRegistry(new MetricRegistryOptions { SeriesLimit = 200 });
        TextFamily<Counter> first = registry.TextCounterFamily("test_first_total", "Tests.", null, "a");
        TextFamily<Histogram> second = registry.TextHistogramFamily(
            "test_second_seconds", "Tests.", HistogramBounds.Of(1, 2), null, "a");

        for (int i = 0; i < 1_000; i++)
        {
            string value = i.ToString(CultureInfo.InvariantCulture);
            first.WithLabels(value).Increment();
            second.WithLabels(value).Observe(1);
        }

        int samples = Page.Of(registry).Split('\n').Count(line => line.Length > 0 && line[0] != '#');
        Assert.InRange(samples, 190, 200);
        Assert.Equal($"{samples}", Page.Value(registry, "alys_metrics_series"));
        Assert.NotNull(Page.Value(registry, "test_first_total{a=\"other\"}"));
        Assert.NotNull(Page.Value(registry, "test_second_seconds_count{a=\"other\"}"));
    }

    [Fact]
    public void A_value_that_is_too_long_or_no_unicode_goes_to_other()
    {
        TextFamily<Counter> family = _registry.TextCounterFamily("test_total", "Tests.", null, "a");

        family.WithLabels(new string('x', 257)).Add(1);
        family.WithLabels("\uD800").Add(2);
        family.WithLabels("\uDC00x").Add(4);
        family.WithLabels(new string('x', 256)).Add(8);

        Assert.Equal("7", Page.Value(_registry, "test_total{a=\"other\"}"));
        Assert.Equal("8", Page.Value(_registry, $"test_total{{a=\"{new string('x', 256)}\"}}"));
    }

    [Fact]
    public void The_word_other_is_the_child_of_what_was_refused()
    {
        TextFamily<Counter> family =
            _registry.TextCounterFamily("test_total", "Tests.", new TextFamilyOptions { Limit = 1 }, "a", "b");

        family.WithLabels("other", "other").Add(1);
        family.WithLabels("x", "y").Add(2);
        family.WithLabels("y", "x").Add(4);

        Assert.Equal("5", Page.Value(_registry, "test_total{a=\"other\",b=\"other\"}"));
        Assert.Equal("2", Page.Value(_registry, "test_total{a=\"x\",b=\"y\"}"));
    }

    [Fact]
    public void A_wrong_number_of_values_is_refused() => Assert.Throws<ArgumentException>(
        () => _registry.TextCounterFamily("test_total", "Tests.", null, "a").WithLabels("1", "2"));

    [Fact]
    public async Task Threads_that_admit_the_same_values_at_once_share_their_children()
    {
        const int threads = 8, values = 500;
        TextFamily<Counter> family = _registry.TextCounterFamily("test_total", "Tests.", null, "a", "b", "c");

        await Task.WhenAll(Enumerable.Range(0, threads).Select(_ => Task.Run(() =>
        {
            for (int i = 0; i < values; i++)
                family.WithLabels("x", i.ToString(CultureInfo.InvariantCulture), "z").Increment();
        })));

        Assert.Equal(values, family.Count);
        for (int i = 0; i < values; i++)
            Assert.Equal(threads, family.WithLabels("x", i.ToString(CultureInfo.InvariantCulture), "z").Value);
    }

    private static void Touch(TextFamily<Counter> family, Span<char> text, int value)
    {
        value.TryFormat(text, out int length, default, CultureInfo.InvariantCulture);
        family.WithLabels(text[..length]).Increment();
    }
}
