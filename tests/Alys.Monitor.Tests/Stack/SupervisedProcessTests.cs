using System.Collections.Concurrent;
using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;
using Microsoft.Extensions.Time.Testing;

namespace Alys.Monitor.Tests.Stack;

public sealed class SupervisedProcessTests : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    private readonly TemporaryHome _home = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly ConcurrentQueue<string> _said = new();
    private readonly ConcurrentQueue<ChildProcess> _started = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task One_that_ends_is_started_again_after_a_second_which_is_said()
    {
        await using SupervisedProcess supervised = await StartAsync("exec sleep 60");
        UnixSignal.Kill(_started.Single().Pid);
        await UntilSaidAsync(1);
        Assert.Equal(
            $"child ended by itself (exit code 137), see {_started.Single().LogPath}; starting it again in 1s",
            _said.Single());

        _clock.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Single(_started);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await UntilStartedAsync(2);
        Assert.NotNull(ProcessIdentity.Of(_started.Last().Pid));
    }

    [Fact]
    public async Task One_that_keeps_ending_is_waited_for_longer_and_ten_seconds_at_most()
    {
        await using SupervisedProcess supervised = await StartAsync("exit 3");
        for (int i = 1; i <= 6; i++)
        {
            await UntilSaidAsync(i);
            _clock.Advance(TimeSpan.FromSeconds(10));
            await UntilStartedAsync(i + 1);
        }

        Assert.Equal(
            ["1s", "2s", "4s", "8s", "10s", "10s"], _said.Take(6).Select(line => line[(line.LastIndexOf(' ') + 1)..]));
    }

    [Fact]
    public async Task One_that_ran_for_long_is_started_again_at_once()
    {
        await using SupervisedProcess supervised = await StartAsync("exec sleep 60");
        for (int i = 1; i <= 3; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(30));
            UnixSignal.Kill(_started.Last().Pid);
            await UntilSaidAsync(i);
            Assert.EndsWith("in 1s", _said.Last(), StringComparison.Ordinal);
            _clock.Advance(TimeSpan.FromSeconds(1));
            await UntilStartedAsync(i + 1);
        }
    }

    [Fact]
    public async Task One_that_was_started_before_is_started_again_from_when_it_is_handed_over()
    {
        await using SupervisedProcess supervised = SupervisedProcess.Of(
            Child("exec sleep 60", again: false), () => Child("exec sleep 60", again: true), _said.Enqueue, _clock);
        UnixSignal.Kill(_started.Single().Pid);
        await UntilSaidAsync(1);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await UntilStartedAsync(2);
    }

    [Fact]
    public async Task It_writes_on_in_the_same_log()
    {
        await using SupervisedProcess supervised = await StartAsync("echo a life; exit 0");
        await UntilSaidAsync(1);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await UntilSaidAsync(2);
        Assert.Equal("a life\na life\n", await File.ReadAllTextAsync(_started.Last().LogPath, Cancellation));
    }

    [Fact]
    public async Task One_that_cannot_be_started_again_is_tried_until_it_can()
    {
        int fails = 1;
        await using SupervisedProcess supervised = await StartAsync(
            "exec sleep 60", again => again && fails-- > 0 ? throw new IOException("No space left.") : true);
        UnixSignal.Kill(_started.Single().Pid);
        await UntilSaidAsync(1);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await UntilSaidAsync(2);
        Assert.Equal("child cannot be started (No space left); starting it again in 2s", _said.Last());
        _clock.Advance(TimeSpan.FromSeconds(2));
        await UntilStartedAsync(2);
    }

    [Fact]
    public async Task Stopped_it_stays_stopped_while_it_runs_and_while_it_is_waited_for()
    {
        SupervisedProcess running = await StartAsync("exec sleep 60");
        await running.DisposeAsync();
        Assert.True(_started.Single().Exited.IsCompleted);

        SupervisedProcess waiting = await StartAsync("exit 0");
        await UntilSaidAsync(1);
        await waiting.DisposeAsync();
        _clock.Advance(Long);
        Assert.Equal(2, _started.Count);
        Assert.Empty(Directory.GetFiles(_home.Home.Run, "*.child"));
    }

    [Fact]
    public async Task One_that_ends_before_it_is_ready_is_not_started_again()
    {
        StackException died = await Assert.ThrowsAsync<StackException>(() => SupervisedProcess.StartAsync(
            again => Child("exit 2", again), _ => Task.FromResult(false), Long, _said.Enqueue, TimeProvider.System,
            Cancellation));
        Assert.Contains("exit code 2", died.Message, StringComparison.Ordinal);
        Assert.Single(_started);
        Assert.Empty(_said);
    }

    private Task<SupervisedProcess> StartAsync(string script, Func<bool, bool>? check = null) =>
        SupervisedProcess.StartAsync(
            again => check is null || check(again) ? Child(script, again) : throw new InvalidOperationException(),
            _ => Task.FromResult(true), Long, _said.Enqueue, _clock, Cancellation);

    private ChildProcess Child(string script, bool again)
    {
        ChildProcess child = ChildProcess.Start(
            "child", "/bin/sh", ["-c", script], _home.Home, TimeProvider.System, again);
        _started.Enqueue(child);
        return child;
    }

    private Task UntilSaidAsync(int count) => Eventually.HoldsAsync(
        () => _said.Count >= count, Long, $"{count} lines", () => string.Join('\n', _said));

    private Task UntilStartedAsync(int count) => Eventually.HoldsAsync(
        () => _started.Count == count, Long, $"{count} starts", () => string.Join('\n', _said));
}
