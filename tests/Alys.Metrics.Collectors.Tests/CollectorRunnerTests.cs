using Alys.Metrics.Node;

namespace Alys.Metrics.Collectors.Tests;

public sealed class CollectorRunnerTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(4);

    [Fact]
    public async Task A_round_is_reported_and_counted_as_success()
    {
        var collector = new FakeCollector();
        await using LoopRun run = LoopRun.Of(collector);
        await run.Clock.NextWaitAsync();

        Assert.Equal(1, collector.Reports);
        Assert.Equal("1", run.Up());
        Assert.Equal("0", run.Failures("internal"));
        Assert.Equal(new CollectorStatus("fake", true, 0, null, run.Clock.GetUtcNow()), run.Status);
        Assert.Empty(run.Log.Lines);
    }

    [Fact]
    public async Task Rounds_start_at_a_steady_interval_however_long_a_read_takes()
    {
        FakeCollector collector = new();
        await using LoopRun run = LoopRun.Of(collector);
        await run.Clock.NextWaitAsync();
        var slow = new TaskCompletionSource();
        collector.OnRead = _ => slow.Task;
        run.Clock.Advance(Interval);
        await run.ReadIsUnderWayAsync(collector, 2);

        run.Clock.Advance(TimeSpan.FromSeconds(3));
        slow.SetResult();

        Assert.Equal(TimeSpan.FromSeconds(2), await run.Clock.NextWaitAsync());
        Assert.Equal(2, collector.Reports);
        Assert.Equal(Interval, await run.Clock.PassAsync(TimeSpan.FromSeconds(2)));
    }

    [Fact]
    public async Task Rounds_that_a_slow_one_ran_over_are_left_out()
    {
        var slow = new TaskCompletionSource();
        var collector = new FakeCollector { OnRead = _ => slow.Task };
        var options = new CollectionOptions { Jitter = 0, Timeout = TimeSpan.FromSeconds(30) };
        await using var run = new LoopRun(options, new Random(1), collector);
        await run.ReadIsUnderWayAsync(collector, 1);

        run.Clock.Advance(TimeSpan.FromSeconds(17));
        slow.SetResult();

        Assert.Equal(TimeSpan.FromSeconds(3), await run.Clock.NextWaitAsync());
        Assert.Equal(1, collector.Reads);
    }

    [Fact]
    public async Task A_read_over_its_time_is_cancelled_and_its_late_answer_is_dropped()
    {
        var late = new TaskCompletionSource();
        bool cancelled = false;
        var collector = new FakeCollector
        {
            OnRead = async token =>
            {
                await late.Task;
                cancelled = token.IsCancellationRequested;
            },
        };
        await using LoopRun run = LoopRun.Of(collector);
        await run.ReadIsUnderWayAsync(collector, 1);
        run.Clock.Advance(TimeLimit);
        await run.Clock.NextWaitAsync();
        collector.OnRead = _ => Task.CompletedTask;
        late.SetResult();
        await Until.HoldsAsync(() => cancelled);
        await run.Clock.PassAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(2, collector.Reads);
        Assert.Equal(1, collector.Reports);
        Assert.Equal("1", run.Failures("timeout"));
        Assert.Equal("1", run.Up());
    }

    [Fact]
    public async Task A_read_that_hangs_counts_a_timeout_each_round_and_is_not_started_beside_itself()
    {
        var hang = new TaskCompletionSource();
        var collector = new FakeCollector { OnRead = _ => hang.Task };
        await using LoopRun run = LoopRun.Of(collector);
        await run.ReadIsUnderWayAsync(collector, 1);
        run.Clock.Advance(TimeLimit);
        TimeSpan wait = await run.Clock.NextWaitAsync();
        for (int round = 2; round <= 5; round++) wait = await run.Clock.PassAsync(wait);

        Assert.Equal("5", run.Failures("timeout"));
        Assert.Equal(1, collector.Reads);
        Assert.Equal(1, collector.ReadsAtOnce);
        Assert.Single(run.Log.Lines);

        collector.OnRead = _ => Task.CompletedTask;
        hang.SetResult();
        await Until.HoldsAsync(() =>
        {
            // The hung read ends on a thread of its own, so a round or two may still find it.
            run.Clock.Advance(TimeSpan.FromSeconds(1));
            return collector.Reports == 1;
        });
        await Until.HoldsAsync(() => run.Status.ConsecutiveFailures == 0);
        Assert.Equal(1, collector.ReadsAtOnce);
    }

    [Fact]
    public async Task Gauges_are_forgotten_once_after_three_failed_rounds_and_again_after_a_recovery()
    {
        FakeCollector collector = Failing();
        await using LoopRun run = LoopRun.Of(collector);
        TimeSpan wait = await run.Clock.NextWaitAsync();
        var forgets = new List<int> { collector.Forgets };
        for (int round = 2; round <= 5; round++)
        {
            wait = await run.Clock.PassAsync(wait);
            forgets.Add(collector.Forgets);
        }

        Assert.Equal([0, 0, 1, 1, 1], forgets);
        Func<CancellationToken, Task> fail = collector.OnRead;
        collector.OnRead = _ => Task.CompletedTask;
        wait = await run.Clock.PassAsync(wait);
        collector.OnRead = fail;
        for (int round = 1; round <= 3; round++) wait = await run.Clock.PassAsync(wait);
        Assert.Equal(2, collector.Forgets);
    }

    [Fact]
    public async Task A_forgetting_that_throws_is_counted_and_the_loop_goes_on()
    {
        FakeCollector collector = Failing();
        collector.OnForget = () => throw new InvalidOperationException("stuck");
        await using LoopRun run = LoopRun.Of(collector);
        TimeSpan wait = await run.Clock.NextWaitAsync();
        for (int round = 2; round <= 4; round++) wait = await run.Clock.PassAsync(wait);

        Assert.Equal("1", run.Failures("internal"));
        Assert.Equal("4", run.Failures("connection"));
        Assert.Equal(1, collector.Forgets);
        Assert.Single(run.Log.Lines, line => line.Contains("stuck", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_recovery_clears_the_failure_and_returns_to_the_interval()
    {
        FakeCollector collector = Failing();
        await using LoopRun run = LoopRun.Of(collector);
        TimeSpan wait = await run.Clock.NextWaitAsync();
        wait = await run.Clock.PassAsync(wait);
        Assert.Equal(TimeSpan.FromSeconds(10), wait);
        Assert.Equal("The node does not answer.", run.Status.LastError);

        collector.OnRead = _ => Task.CompletedTask;
        Assert.Equal(Interval, await run.Clock.PassAsync(wait));
        Assert.Equal(new CollectorStatus("fake", true, 0, null, run.Clock.GetUtcNow()), run.Status);
        Assert.Equal("1", run.Up());
        Assert.Equal("2", run.Failures("connection"));
        Assert.Equal(
            [
                "Warning: Collector fake fails: The node does not answer.",
                "Information: Collector fake works again after 2 failed rounds.",
            ],
            run.Log.Lines);
    }

    [Fact]
    public async Task Partial_failures_are_counted_each_round_without_failing_it()
    {
        var collector = new FakeCollector
        {
            PartialFailures = [new PartialFailure(CollectorFailure.InvalidResponse, "The pool's size is no number.")],
        };
        await using LoopRun run = LoopRun.Of(collector);
        TimeSpan wait = await run.Clock.NextWaitAsync();
        await run.Clock.PassAsync(wait);

        Assert.Equal("2", run.Failures("invalid_response"));
        Assert.Equal("1", run.Up());
        Assert.Equal(0, run.Status.ConsecutiveFailures);
        Assert.Equal(2, collector.Reports);
        Assert.Single(run.Log.Lines);
    }

    [Fact]
    public async Task Every_exception_is_counted_under_its_reason()
    {
        var faults = new Queue<Exception>(
        [
            new CollectorException(CollectorFailure.TooLarge, "Too much."),
            new TimeoutException("The socket was silent."),
            new TaskCanceledException("The request was cancelled.", new TimeoutException("It took 2 s.")),
            new OperationCanceledException("Of its own accord."),
            new InvalidOperationException("A bug."),
        ]);
        var collector = new FakeCollector { OnRead = _ => throw faults.Dequeue() };
        await using LoopRun run = LoopRun.Of(collector);
        TimeSpan wait = await run.Clock.NextWaitAsync();
        while (faults.Count > 0) wait = await run.Clock.PassAsync(wait);

        Assert.Equal("1", run.Failures("too_large"));
        Assert.Equal("2", run.Failures("timeout"));
        Assert.Equal("2", run.Failures("internal"));
        Assert.Contains("InvalidOperationException: A bug.", run.Status.LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_throws_fails_the_round()
    {
        var collector = new FakeCollector { OnReport = () => throw new InvalidOperationException("A bug.") };
        await using LoopRun run = LoopRun.Of(collector);
        await run.Clock.NextWaitAsync();

        Assert.Equal("1", run.Failures("internal"));
        Assert.Equal("0", run.Up());
        Assert.False(run.Status.EverSucceeded);
    }

    [Fact]
    public async Task A_log_that_cannot_be_written_does_not_end_the_watching()
    {
        var collector = new FakeCollector();
        await using LoopRun run = LoopRun.Of(collector);
        TimeSpan wait = await run.Clock.NextWaitAsync();
        run.Log.OnLog = () => throw new IOException("The disk is full.");
        collector.OnRead = Failing().OnRead;
        wait = await run.Clock.PassAsync(wait);
        collector.OnRead = _ => Task.CompletedTask;
        await run.Clock.PassAsync(wait);

        Assert.Equal(2, collector.Reports);
        Assert.Equal("1", run.Failures("connection"));
        Assert.Equal("1", run.Up());
    }

    [Fact]
    public async Task A_late_exception_is_no_unobserved_one()
    {
        int unobserved = 0;
        EventHandler<UnobservedTaskExceptionEventArgs> count = (_, e) =>
            unobserved += e.Exception.ToString().Contains("Much too late.", StringComparison.Ordinal) ? 1 : 0;
        TaskScheduler.UnobservedTaskException += count;
        try
        {
            var late = new TaskCompletionSource();
            var collector = new FakeCollector { OnRead = _ => late.Task };
            await using LoopRun run = LoopRun.Of(collector);
            await run.ReadIsUnderWayAsync(collector, 1);
            run.Clock.Advance(TimeLimit);
            TimeSpan wait = await run.Clock.NextWaitAsync();
            collector.OnRead = _ => Task.CompletedTask;
            late.SetException(new InvalidOperationException("Much too late."));
            await run.Clock.PassAsync(wait);
            await run.StopAsync();
        }
        finally
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            TaskScheduler.UnobservedTaskException -= count;
        }

        Assert.Equal(0, unobserved);
    }

    private static FakeCollector Failing() => new()
    {
        OnRead = _ => throw new CollectorException(CollectorFailure.Connection, "The node does not answer."),
    };
}
