using Alys.Monitor.Stack;

namespace Alys.Monitor.Drills;

/// <summary>A program of a stage that a drill can stop, kill, pause and start again. Nobody else starts it
/// again.</summary>
/// <param name="start">Starts it; true: again, after it ended.</param>
/// <param name="probe">Whether it is ready.</param>
internal sealed class StagedProcess(Func<bool, ChildProcess> start, Func<CancellationToken, Task<bool>> probe)
    : IAsyncDisposable
{
    private static readonly TimeSpan ReadyDeadline = TimeSpan.FromMinutes(2);

    private ChildProcess? _child;
    private bool _hasRun;

    /// <summary>Whether it was started and has not ended.</summary>
    public bool IsRunning => _child is { Exited.IsCompleted: false };

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <exception cref="StackException">It ended, or was not ready in time: with the end of its log.</exception>
    public async Task StartAsync(CancellationToken cancellation)
    {
        ChildProcess child = start(_hasRun);
        _hasRun = true;
        _child = await child.ReadyOrStoppedAsync(probe, ReadyDeadline, cancellation);
    }

    /// <summary>Asks it to end, and waits for that.</summary>
    public async Task StopAsync()
    {
        if (_child is not { } child) return;
        UnixSignal.Continue(child.Pid);
        await child.DisposeAsync();
        _child = null;
    }

    /// <summary>Ends it without a word.</summary>
    public async Task KillAsync()
    {
        if (_child is { Exited.IsCompleted: false } child) UnixSignal.Kill(child.Pid);
        await StopAsync();
    }

    /// <summary>Lets it stand still for so long.</summary>
    public async Task PauseAsync(TimeSpan time, TimeProvider clock, CancellationToken cancellation)
    {
        if (_child is not { } child) return;
        UnixSignal.Pause(child.Pid);
        try
        {
            await Task.Delay(time, clock, cancellation);
        }
        finally
        {
            UnixSignal.Continue(child.Pid);
        }
    }

    /// <summary>Lets it read its configuration again.</summary>
    public void Reload()
    {
        if (_child is { Exited.IsCompleted: false } child) UnixSignal.Reload(child.Pid);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await StopAsync();
}
