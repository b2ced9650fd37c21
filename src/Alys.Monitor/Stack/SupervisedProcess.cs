using System.ComponentModel;
using System.Globalization;
using Alys.Monitor.Settings;

namespace Alys.Monitor.Stack;

/// <summary>
/// A child that is started again when it ends by itself: after a second, and after up to ten when it keeps ending.
/// Whatever it ends with, it is tried again until it is stopped here.
/// </summary>
internal sealed class SupervisedProcess : IAsyncDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    // One that ran this long was well, so its end is a new story.
    private static readonly TimeSpan Steady = TimeSpan.FromSeconds(30);

    private readonly Func<bool, ChildProcess> _start;
    private readonly Action<string> _say;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _watch;
    private ChildProcess _child;
    private long _started;

    private SupervisedProcess(
        Func<bool, ChildProcess> start, ChildProcess child, Action<string> say, TimeProvider clock)
    {
        _start = start;
        _child = child;
        _say = say;
        _clock = clock;
        _started = clock.GetTimestamp();
        _watch = WatchAsync(_stop.Token);
    }

    /// <summary>Starts it and waits until a probe says that it is ready; from then on it is started again.</summary>
    /// <param name="start">Starts the child; true: again, after one that ended.</param>
    /// <param name="probe">Whether it is ready.</param>
    /// <param name="deadline">How long it may take to be ready the first time.</param>
    /// <param name="say">Takes the lines that say that it ended and is started again.</param>
    /// <param name="clock">For pauses and deadlines.</param>
    /// <param name="cancellation">Ends the wait; the process is then stopped.</param>
    /// <exception cref="StackException">It ended before it was ready, or was not ready in time: with the end of its
    /// log.</exception>
    public static async Task<SupervisedProcess> StartAsync(
        Func<bool, ChildProcess> start,
        Func<CancellationToken, Task<bool>> probe,
        TimeSpan deadline,
        Action<string> say,
        TimeProvider clock,
        CancellationToken cancellation)
    {
        ChildProcess child = await start(false).ReadyOrStoppedAsync(probe, deadline, cancellation);
        return new SupervisedProcess(start, child, say, clock);
    }

    /// <summary>Keeps a child that is ready running: from now on it is started again.</summary>
    /// <param name="child">It belongs to what is returned.</param>
    /// <param name="startAgain">Starts it again.</param>
    /// <param name="say">Takes the lines that say that it ended and is started again.</param>
    /// <param name="clock">For pauses and deadlines.</param>
    public static SupervisedProcess Of(
        ChildProcess child, Func<ChildProcess> startAgain, Action<string> say, TimeProvider clock) =>
        new(_ => startAgain(), child, say, clock);

    /// <summary>Stops it for good.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watch;
        await _child.DisposeAsync();
        _stop.Dispose();
    }

    private async Task WatchAsync(CancellationToken stop)
    {
        TimeSpan pause = FirstPause;
        while (true)
        {
            await _child.Exited.WaitAsync(stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stop.IsCancellationRequested)
                return;
            if (_clock.GetElapsedTime(_started) >= Steady)
                pause = FirstPause;
            string? what = string.Create(
                CultureInfo.InvariantCulture,
                $"ended by itself (exit code {_child.ExitCode}), see {_child.LogPath}");
            await _child.DisposeAsync();
            while (what is not null)
            {
                // The pause has begun when it is spoken of.
                Task over = Task.Delay(pause, _clock, stop);
                _say($"{_child.Name} {what}; starting it again in {Durations.ToText(pause)}");
                await over.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (stop.IsCancellationRequested)
                    return;
                what = TryStart();
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }

    /// <summary>Starts it again; what hindered it, else null.</summary>
    private string? TryStart()
    {
        try
        {
            _started = _clock.GetTimestamp();
            _child = _start(true);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Win32Exception or StackException)
        {
            return $"cannot be started ({e.Message.TrimEnd('.')})";
        }
    }
}
