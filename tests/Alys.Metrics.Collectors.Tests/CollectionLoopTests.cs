using Alys.Metrics.Node;
using Microsoft.Extensions.Logging.Abstractions;

namespace Alys.Metrics.Collectors.Tests;

public sealed class CollectionLoopTests
{
    [Fact]
    public async Task One_collectors_failure_leaves_the_others_alone()
    {
        var bad = new FakeCollector("bad") { OnRead = _ => throw new InvalidOperationException("broken") };
        var hanging = new FakeCollector("hanging") { OnRead = _ => new TaskCompletionSource().Task };
        var good = new FakeCollector("good");
        await using LoopRun run = LoopRun.Of(bad, hanging, good);

        // Whatever the others wait for, the clock is turned until the good one has had its rounds.
        await Until.HoldsAsync(() =>
        {
            run.Clock.Advance(TimeSpan.FromMilliseconds(100));
            return good.Reports >= 4 && run.Loop.Statuses[1].ConsecutiveFailures >= 2;
        });

        Assert.Equal("0", run.Up("bad"));
        Assert.Equal("0", run.Up("hanging"));
        Assert.Equal("1", run.Up("good"));
        Assert.True(run.Loop.Statuses[0].ConsecutiveFailures > 0);
        Assert.Equal(1, hanging.Reads);
        Assert.Equal(0, run.Loop.Statuses[2].ConsecutiveFailures);
    }

    [Fact]
    public async Task Statuses_tell_of_each_collector_in_order()
    {
        var bad = new FakeCollector("bad")
        {
            OnRead = _ => throw new CollectorException(CollectorFailure.NotFound, "Nothing is there: start it."),
        };
        await using LoopRun run = LoopRun.Of(bad, new FakeCollector("good"));
        await run.Clock.NextWaitAsync();
        await run.Clock.NextWaitAsync();

        Assert.Equal(
            new CollectorStatus("bad", false, 1, "Nothing is there: start it.", null), run.Loop.Statuses[0]);
        Assert.Equal(
            new CollectorStatus("good", true, 0, null, run.Clock.GetUtcNow()), run.Loop.Statuses[1]);
    }

    [Fact]
    public void A_collector_is_neither_well_nor_failing_before_its_first_round()
    {
        CollectionLoop loop = Create(new CollectionOptions(), new FakeCollector());
        Assert.Equal(new CollectorStatus("fake", false, 0, null, null), Assert.Single(loop.Statuses));
    }

    [Fact]
    public async Task The_loop_ends_at_once_while_a_read_hangs_that_ignores_its_cancellation()
    {
        var collector = new FakeCollector { OnRead = _ => new TaskCompletionSource().Task };
        await using LoopRun run = LoopRun.Of(collector);
        await Until.HoldsAsync(() => collector.Reads == 1);

        await run.StopAsync();
        Assert.Equal(0, run.Status.ConsecutiveFailures);
        Assert.Empty(run.Log.Lines);
    }

    [Fact]
    public async Task The_loop_ends_while_a_read_blocks_its_thread()
    {
        using var gate = new ManualResetEventSlim();
        var collector = new FakeCollector
        {
            OnRead = _ =>
            {
                gate.Wait(CancellationToken.None);
                return Task.CompletedTask;
            },
        };
        await using LoopRun run = LoopRun.Of(collector);
        await Until.HoldsAsync(() => collector.Reads == 1);

        await run.StopAsync();
        gate.Set();
    }

    [Fact]
    public async Task A_read_is_cancelled_when_the_loop_ends()
    {
        var cancelled = new TaskCompletionSource();
        var collector = new FakeCollector
        {
            OnRead = async token =>
            {
                await using CancellationTokenRegistration _ = token.Register(cancelled.SetResult);
                await cancelled.Task;
            },
        };
        await using LoopRun run = LoopRun.Of(collector);
        await Until.HoldsAsync(() => collector.Reads == 1);

        await run.StopAsync();
        await cancelled.Task.WaitAsync(Until.Patience, TestContext.Current.CancellationToken);
        Assert.Equal(0, collector.Reports);
    }

    [Fact]
    public void Two_collectors_of_one_name_are_refused()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(
            () => Create(new CollectionOptions(), new FakeCollector("evm"), new FakeCollector("evm")));
        Assert.Contains("'evm'", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 4, 60, 0.1, 3, "Interval")]
    [InlineData(7200, 4, 60, 0.1, 3, "Interval")]
    [InlineData(5, -1, 60, 0.1, 3, "Timeout")]
    [InlineData(5, 4, 0, 0.1, 3, "MaxBackoff")]
    [InlineData(5, 4, 60, -0.1, 3, "Jitter")]
    [InlineData(5, 4, 60, double.NaN, 3, "Jitter")]
    [InlineData(5, 4, 60, 0.1, 0, "ForgetAfter")]
    public void An_option_out_of_range_is_refused_by_name(
        int interval, int timeout, int backoff, double jitter, int forgetAfter, string named)
    {
        var options = new CollectionOptions
        {
            Interval = TimeSpan.FromSeconds(interval),
            Timeout = TimeSpan.FromSeconds(timeout),
            MaxBackoff = TimeSpan.FromSeconds(backoff),
            Jitter = jitter,
            ForgetAfter = forgetAfter,
        };
        ArgumentException refused = Assert.Throws<ArgumentException>(() => Create(options, new FakeCollector()));
        Assert.Contains($"CollectionOptions.{named} ", refused.Message, StringComparison.Ordinal);
    }

    private static CollectionLoop Create(CollectionOptions options, params ICollector[] collectors) => new(
        collectors,
        new CollectorMetrics(new MetricRegistry()),
        options,
        TimeProvider.System,
        NullLogger<CollectionLoop>.Instance);
}
