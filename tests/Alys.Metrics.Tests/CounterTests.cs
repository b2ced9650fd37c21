using Alys.Metrics.Cells;

namespace Alys.Metrics.Tests;

public sealed class CounterTests
{
    private readonly MetricRegistry _registry = new();

    [Fact]
    public void It_is_exposed_at_0_before_it_is_touched()
    {
        _registry.Counter("test_total", "Tests.");

        Assert.Equal("0", Page.Value(_registry, "test_total"));
    }

    [Fact]
    public void Add_ignores_a_negative_amount_and_counts_it()
    {
        Counter counter = _registry.Counter("test_total", "Tests.");

        counter.Add(5);
        counter.Add(-1);

        Assert.Equal(5, counter.Value);
        Assert.Equal("1", Page.Value(_registry, "alys_metrics_observations_dropped_total{reason=\"negative\"}"));
    }

    [Fact]
    public void Add_ignores_an_amount_that_would_overflow_the_total_and_counts_it()
    {
        Counter counter = _registry.Counter("test_total", "Tests.");

        counter.Add(Counter.MostAtOnce);
        counter.Add(Counter.MostAtOnce + 1);
        counter.Add(long.MaxValue);

        Assert.Equal(Counter.MostAtOnce, counter.Value);
        Assert.Equal("2", Page.Value(_registry, "alys_metrics_observations_dropped_total{reason=\"too_large\"}"));
    }

    [Fact]
    public async Task The_total_is_exact_over_8_busy_threads_and_10_000_short_ones_and_memory_follows_the_peak()
    {
        const int busyThreads = 8, increments = 10_000_000, shortThreads = 10_000;
        Counter counter = _registry.Counter("test_total", "Tests.");
        int before = CellStore.OwnerCount;

        Task busy = Task.WhenAll(Enumerable.Range(0, busyThreads).Select(_ => Task.Factory.StartNew(
            () =>
            {
                for (int i = 0; i < increments; i++) counter.Increment();
            },
            TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        for (int i = 0; i < shortThreads; i++)
        {
            var thread = new Thread(() => counter.Add(1));
            thread.Start();
            thread.Join();
        }

        await busy;

        const long expected = (long)busyThreads * increments + shortThreads;
        Assert.Equal($"{expected}", Page.Value(_registry, "test_total"));
        Assert.InRange(CellStore.OwnerCount - before, 0, busyThreads + Environment.ProcessorCount * 4);
    }
}
