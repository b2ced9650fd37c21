using System.Diagnostics;
namespace Alys.Metrics.Tests;

public sealed class HistogramTests
{
    private readonly MetricRegistry _registry = new();

    [Fact]
    public void Buckets_are_cumulative_and_a_bound_belongs_to_its_own_bucket()
    {
        Histogram histogram = _registry.Histogram("test_seconds", "Tests.", HistogramBounds.Of(0.1, 0.5, 1));

        foreach (double value in new[] { 0, 0.1, 0.3, 0.5, 0.7, 2 }) histogram.Observe(value);

        Assert.Equal(
            """
            test_seconds_bucket{le="0.1"} 2
            test_seconds_bucket{le="0.5"} 4
            test_seconds_bucket{le="1"} 5
            test_seconds_bucket{le="+Inf"} 6
            test_seconds_sum 3.6
            test_seconds_count 6
            """,
            Page.Lines(_registry, "test_seconds"));
    }

    [Fact]
    public void OpenMetrics_spells_whole_bounds_with_a_point()
    {
        _registry.Histogram("test_seconds", "Tests.", HistogramBounds.Of(1e-05, 1, 1e6))
            .Observe(TimeSpan.FromSeconds(2));

        string page = Page.Lines(_registry, "test_seconds_bucket", ExpositionFormat.OpenMetrics);

        Assert.Equal(
            """
            test_seconds_bucket{le="1e-05"} 0
            test_seconds_bucket{le="1.0"} 0
            test_seconds_bucket{le="1e+06"} 1
            test_seconds_bucket{le="+Inf"} 1
            """,
            page);
    }

    [Theory]
    [InlineData(double.NaN, "nan")]
    [InlineData(-0.1, "negative")]
    [InlineData(double.NegativeInfinity, "negative")]
    [InlineData(double.PositiveInfinity, "infinite")]
    [InlineData(double.MaxValue, "infinite")]
    public void What_would_spoil_the_sum_is_dropped_and_counted(double value, string reason)
    {
        Histogram histogram = _registry.Histogram("test_seconds", "Tests.", HistogramBounds.Of(1));

        histogram.Observe(value);

        Assert.Equal(0, histogram.Count);
        Assert.Equal(0, histogram.Sum);
        Assert.Equal("1", Page.Value(_registry, $"alys_metrics_observations_dropped_total{{reason=\"{reason}\"}}"));
    }

    [Fact]
    public async Task While_threads_write_infinity_equals_count_on_every_page_and_nothing_is_lost()
    {
        const int writers = 4, each = 200_000;
        Histogram histogram = _registry.Histogram("test_seconds", "Tests.", HistogramBounds.Of(1, 2, 3));
        Task writing = Task.WhenAll(Enumerable.Range(0, writers).Select(seed => Task.Run(() =>
        {
            for (int i = 0; i < each; i++) histogram.Observe((i + seed) % 5);
        })));

        long last = 0;
        do
        {
            string page = Page.Lines(_registry, "test_seconds");
            long infinity = Read(page, "test_seconds_bucket{le=\"+Inf\"} ");
            Assert.Equal(infinity, Read(page, "test_seconds_count "));
            Assert.True(infinity >= last, $"The count went back from {last} to {infinity}.");
            last = infinity;
        }
        while (!writing.IsCompleted);

        await writing;
        Assert.Equal(writers * each, histogram.Count);
        Assert.Equal(writers * each * 2.0, histogram.Sum);
    }

    private static long Read(string page, string prefix) => long.Parse(
        page.Split('\n').Single(line => line.StartsWith(prefix, StringComparison.Ordinal))[prefix.Length..],
        System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public void A_value_with_a_weight_counts_as_often_and_one_without_sense_is_dropped_once()
    {
        var registry = new MetricRegistry();
        Histogram histogram = registry.Histogram("wait_seconds", "Help.", HistogramBounds.Of(1, 2));

        histogram.Observe(1.5, 64);
        histogram.Observe(1.5, 2);
        histogram.Observe(1, 0);
        histogram.Observe(double.NaN, 64);

        Assert.Equal(66, histogram.Count);
        Assert.Equal(99, histogram.Sum);
        string dropped = "alys_metrics_observations_dropped_total";
        Assert.Equal("1", Page.Value(registry, dropped + "{reason=\"negative\"}"));
        Assert.Equal("1", Page.Value(registry, dropped + "{reason=\"nan\"}"));
    }

    [Fact]
    public void Stages_one_after_the_other_leave_no_gap()
    {
        var registry = new MetricRegistry();
        Histogram first = registry.Histogram("first_seconds", "First.", HistogramBounds.Of(1));
        Histogram second = registry.Histogram("second_seconds", "Second.", HistogramBounds.Of(1));
        long start = Stopwatch.GetTimestamp();

        long middle = first.ObserveSince(start);
        long end = second.ObserveSince(middle);

        Assert.Equal((end - start) / (double)Stopwatch.Frequency, first.Sum + second.Sum, 12);
        Assert.Equal((1, 1), (first.Count, second.Count));
    }

    [Fact]
    public void A_block_is_timed_when_it_throws_too()
    {
        Histogram histogram = new MetricRegistry().Histogram("test_seconds", "Tests.", HistogramBounds.Of(1));

        void Throw()
        {
            using (histogram.Time()) throw new InvalidOperationException();
        }

        Assert.Throws<InvalidOperationException>(Throw);

        Assert.Equal(1, histogram.Count);
        Assert.InRange(histogram.Sum, 1e-9, 10);
    }

    [Fact]
    public void Negative_zero_counts_as_zero()
    {
        Histogram histogram = new MetricRegistry().Histogram("test_seconds", "Tests.", HistogramBounds.Of(1));

        histogram.Observe(-0.0);

        Assert.Equal((1, 0.0), (histogram.Count, histogram.Sum));
    }
}
