using Alys.Metrics.Node;

namespace Alys.Metrics.Collectors.Tests;

/// <summary>A loop that runs on a clock turned by hand, ended with the test.</summary>
internal sealed class LoopRun : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    public LoopRun(CollectionOptions options, Random random, params ICollector[] collectors)
    {
        Clock = new ObservedClock(options.Timeout);
        Loop = new CollectionLoop(collectors, new CollectorMetrics(Registry), options, Clock, Log, random);
        _running = Loop.RunAsync(_stop.Token);
    }

    public MetricRegistry Registry { get; } = new();

    public RecordingLogger Log { get; } = new();

    public ObservedClock Clock { get; }

    public CollectionLoop Loop { get; }

    /// <summary>The status of the only collector.</summary>
    public CollectorStatus Status => Assert.Single(Loop.Statuses);

    public static CollectionOptions Exact => new() { Jitter = 0 };

    public static LoopRun Of(params ICollector[] collectors) => new(Exact, new Random(1), collectors);

    public string? Failures(string reason, string collector = "fake") => Page.Value(
        Registry, $"alys_collector_failures_total{{collector=\"{collector}\",reason=\"{reason}\"}}");

    public string? Up(string collector = "fake") =>
        Page.Value(Registry, $"alys_collector_up{{collector=\"{collector}\"}}");

    /// <summary>Returns when a read has begun, the last of so many, and is under its time limit.</summary>
    public async Task ReadIsUnderWayAsync(FakeCollector collector, int reads)
    {
        await Until.HoldsAsync(() => collector.Reads == reads);
        await Clock.ReadIsLimitedAsync();
    }

    /// <summary>Ends the loop, which must not throw.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _running.WaitAsync(Until.Patience);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }
}
