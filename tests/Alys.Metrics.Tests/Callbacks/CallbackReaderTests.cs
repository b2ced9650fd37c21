using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;
using Alys.Metrics.Exposition;

namespace Alys.Metrics.Tests.Callbacks;

public sealed class CallbackReaderTests : IDisposable
{
    private const string FailuresOfA = "alys_metrics_callback_failures_total{family=\"a\"}";

    /// <summary>Long enough for a callback that does nothing, on a machine that does much else.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Long = TimeSpan.FromSeconds(60);

    private readonly MetricRegistry _registry = new(new MetricRegistryOptions { CallbackPatience = Patience });
    private readonly ManualResetEventSlim _release = new();
    private readonly SemaphoreSlim _called = new(0);

    private int _calls;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _release.Set();
        _called.Dispose();
    }

    [Fact]
    public void A_callback_that_hangs_costs_its_own_family_and_no_other()
    {
        _registry.ObservableGauge("a", "Tests.", Hang);
        _registry.ObservableGauge("b", "Tests.", () => 2);
        _registry.ObservableCounter("c_total", "Tests.", () => 3);

        string page = Page.Of(_registry);

        Assert.DoesNotContain("# TYPE a gauge", page, StringComparison.Ordinal);
        Assert.Contains("\nb 2\n", page, StringComparison.Ordinal);
        Assert.Contains("\nc_total 3\n", page, StringComparison.Ordinal);
        Assert.Contains($"\n{FailuresOfA} 1\n", page, StringComparison.Ordinal);
        Assert.Contains("\nalys_metrics_callback_failures_total{family=\"b\"} 0\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_that_hang_cost_the_others_nothing_and_one_thread_each()
    {
        var threads = new ConcurrentDictionary<int, int>();
        for (int i = 0; i < 4; i++)
        {
            _registry.ObservableGauge($"hangs_{i}", "Tests.", () =>
            {
                threads.AddOrUpdate(Environment.CurrentManagedThreadId, 1, (_, calls) => calls + 1);
                return Hang();
            });
        }

        _registry.ObservableGauge("works", "Tests.", () => 1);

        for (int i = 0; i < 5; i++) Assert.Equal("works 1", Page.Lines(_registry, "works"));
        Assert.Equal(4, Volatile.Read(ref _calls));
        Assert.Equal(4, threads.Count);
    }

    [Fact]
    public void Later_scrapes_neither_wait_for_one_that_hangs_nor_call_it_until_it_has_returned()
    {
        _registry.ObservableGauge("a", "Tests.", Hang);
        Page.Of(_registry);

        long started = Stopwatch.GetTimestamp();
        string page = Page.Of(_registry);

        Assert.True(Stopwatch.GetElapsedTime(started) < Patience);
        Assert.Contains($"\n{FailuresOfA} 2\n", page, StringComparison.Ordinal);
        Assert.Equal(1, Volatile.Read(ref _calls));
        _release.Set();
        Assert.True(SpinWait.SpinUntil(() => Page.Lines(_registry, "a ") == "a 1", Long));
    }

    [Fact]
    public async Task Scrapes_at_once_share_one_call()
    {
        _registry.ObservableGauge("a", "Tests.", Hang);
        using Scrape first = _registry.Scrape(ExpositionFormat.Text);
        using Scrape second = _registry.Scrape(ExpositionFormat.Text);

        Task firstReads = first.ReadCallbacksAsync(Long, Cancellation).AsTask();
        Task secondReads = second.ReadCallbacksAsync(Long, Cancellation).AsTask();
        _release.Set();
        await Task.WhenAll(firstReads, secondReads);

        Assert.Contains("\na 1\n", "\n" + Page.Of(first), StringComparison.Ordinal);
        Assert.Contains("\na 1\n", "\n" + Page.Of(second), StringComparison.Ordinal);
        Assert.Equal(1, Volatile.Read(ref _calls));
    }

    [Fact]
    public async Task A_scrape_with_less_time_goes_on_without_the_family_and_another_still_gets_it()
    {
        _registry.ObservableGauge("a", "Tests.", Hang);
        using Scrape patient = _registry.Scrape(ExpositionFormat.Text);
        using Scrape hasty = _registry.Scrape(ExpositionFormat.Text);
        Task reads = patient.ReadCallbacksAsync(Long, Cancellation).AsTask();

        await hasty.ReadCallbacksAsync(TimeSpan.FromMilliseconds(20), Cancellation);
        string page = Page.Of(hasty);
        _release.Set();
        await reads;

        Assert.Contains($"\n{FailuresOfA} 1\n", page, StringComparison.Ordinal);
        Assert.Contains("\na 1\n", "\n" + Page.Of(patient), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_has_what_was_read_for_it_whatever_is_read_meanwhile()
    {
        double value = 1;
        _registry.ObservableGauge("a", "Tests.", () => value);
        _registry.ObservableGauge("z", "Tests.", () => value);
        using Scrape slow = _registry.Scrape(ExpositionFormat.Text);
        var page = new ArrayBufferWriter<byte>();
        slow.WriteNext(page, 1);

        for (value = 2; value < 10; value++) Assert.Equal($"z {value}", Page.Lines(_registry, "z "));

        Assert.EndsWith("\nz 1\n", Page.Of(slow), StringComparison.Ordinal);
    }

    [Fact]
    public void A_scrape_that_is_given_up_disturbs_no_other()
    {
        _registry.ObservableGauge("a", "Tests.", () => 1);
        Scrape given = _registry.Scrape(ExpositionFormat.Text);
        given.WriteNext(new ArrayBufferWriter<byte>(), 1);

        given.Dispose();
        given.Dispose();

        Assert.False(given.WriteNext(new ArrayBufferWriter<byte>(), 1));
        Assert.Equal("a 1", Page.Lines(_registry, "a "));
        Assert.Equal("1", Page.Value(_registry, "alys_metrics_scrapes_total"));
    }

    [Fact]
    public async Task A_scrape_whose_client_left_waits_no_longer_and_counts_no_failure()
    {
        _registry.ObservableGauge("a", "Tests.", Hang);
        using var left = new CancellationTokenSource();
        using Scrape scrape = _registry.Scrape(ExpositionFormat.Text);
        Task reads = scrape.ReadCallbacksAsync(Long, left.Token).AsTask();
        Assert.True(await _called.WaitAsync(Long, Cancellation));

        await left.CancelAsync();
        await reads;

        Assert.Contains($"\n{FailuresOfA} 0\n", Page.Of(scrape), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_callback_counts_is_on_the_page_that_it_is_asked_for()
    {
        Counter asked = _registry.Counter("asked_total", "Tests.");
        _registry.ObservableGauge("a", "Tests.", () =>
        {
            asked.Increment();
            return 1;
        });

        Assert.Equal("1", Page.Value(_registry, "asked_total"));
        Assert.Equal("2", Page.Value(_registry, "asked_total"));
    }

    [Fact]
    public void A_callback_that_scrapes_its_own_registry_does_not_stop_it()
    {
        _registry.ObservableGauge("a", "Tests.", () => Page.Of(_registry).Length);
        _registry.Gauge("b", "Tests.");

        Assert.Equal("b 0", Page.Lines(_registry, "b "));
    }

    private double? Hang()
    {
        Interlocked.Increment(ref _calls);
        _called.Release();
        _release.Wait(Cancellation);
        return 1;
    }
}
