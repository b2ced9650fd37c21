namespace Alys.Metrics.Tests;

public sealed class UpDownCounterTests
{
    private readonly MetricRegistry _registry = new();

    [Fact]
    public void What_one_thread_raises_another_lowers()
    {
        UpDownCounter counter = _registry.UpDownCounter("test_open", "Tests.");

        counter.Add(10);
        var other = new Thread(() => counter.Add(-7));
        other.Start();
        other.Join();
        counter.Decrement();
        counter.Increment();

        Assert.Equal(3, counter.Value);
        Assert.Equal("3", Page.Value(_registry, "test_open"));
    }

    [Fact]
    public void It_is_exposed_as_a_gauge_and_may_be_negative()
    {
        _registry.UpDownCounter("test_open", "Tests.").Decrement();

        Assert.Contains("# TYPE test_open gauge\ntest_open -1\n", Page.Of(_registry), StringComparison.Ordinal);
    }
}
