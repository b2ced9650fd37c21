using System.Net;
using Alys.Monitor.Settings;
using Alys.Monitor.Stack;
using Alys.Monitor.Terminal;
using Alys.Monitor.Watching;

namespace Alys.Monitor.Pictures;

/// <summary>A node and the monitor beside it. When the node is our anvil, it gets some traffic, and the monitor goes on
/// without it when it ends.</summary>
internal sealed class MonitoredPicture(MonitoredSettings settings, Surroundings surroundings) : IPicture
{
    private static readonly TimeSpan ShowPause = TimeSpan.FromSeconds(1);

    private readonly AlysHome _home = surroundings.Home;
    private readonly LiveLine _line = surroundings.Line;
    private readonly TimeProvider _clock = surroundings.Clock;

    private string? _program;
    private ChildProcess? _node;
    private NodePidFile? _pidFile;
    private LineLoggerProvider? _log;
    private MonitorHost? _monitor;

    /// <inheritdoc/>
    public IPEndPoint Main => settings.Monitor.ReachableListen;

    /// <inheritdoc/>
    public IPEndPoint? Migration => null;

    /// <inheritdoc/>
    public string ExampleQuery => "alys_sync_current_height";

    /// <inheritdoc/>
    public async Task PrepareAsync(CancellationToken stop)
    {
        if (settings.Anvil is not null)
            _program = await AnvilPackage.EnsureAsync(_home, _line.Progress, stop);
    }

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken stop)
    {
        MonitorSettings watched = settings.Monitor;
        if (settings.Anvil is { } listen)
        {
            _line.Progress("anvil: starting");
            _node = await AnvilNode.StartAsync(_program!, _home, listen, _clock, stop);
            _pidFile = new NodePidFile(_home, listen, _node.Pid);
            watched = watched with { PidFile = _pidFile.Path };
        }

        _log = new LineLoggerProvider(_line.Write, _clock);
        _monitor = await MonitorHost.StartAsync(watched, _log, stop);
    }

    /// <inheritdoc/>
    public IEnumerable<string> WhereToLook() =>
    [
        $"metrics     {settings.Monitor.PageUrl("metrics")}",
        $"health      {settings.Monitor.PageUrl("health")}",
        $"ready       {settings.Monitor.PageUrl("ready")}",
        settings.Anvil is null
            ? $"watching    {settings.Monitor}"
            : $"node        http://{settings.Anvil} (anvil, a block a second)",
    ];

    /// <inheritdoc/>
    public IEnumerable<string> WhatToTry() => [];

    /// <inheritdoc/>
    public async Task ShowAsync(CancellationToken end)
    {
        Task traffic = _node is null
            ? Task.CompletedTask
            : new TrafficGenerator(settings.Monitor.Rpc!, _clock).RunAsync(end);
        bool nodeRuns = _node is not null;
        while (!end.IsCancellationRequested)
        {
            if (nodeRuns && _node!.Exited.IsCompleted)
            {
                nodeRuns = false;
                _line.Write(_node.DeathSentence() + ". The monitor goes on and shows it as down.");
            }

            if (!nodeRuns)
                _pidFile?.Follow();

            MonitorHost monitor = _monitor!;
            _line.Show(StatusLine.Compose(monitor.Page(), monitor.Collectors), StatusLine.Subject(monitor.Collectors));
            await Task.Delay(ShowPause, _clock, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await traffic;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_monitor is not null)
            await _monitor.DisposeAsync();
        _log?.Dispose();
        _pidFile?.Dispose();
        if (_node is not null)
            await _node.DisposeAsync();
    }
}
