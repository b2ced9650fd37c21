using Alys.Monitor.Settings;
using Alys.Monitor.Stack;
using Alys.Monitor.Terminal;
using Alys.Monitor.Watching;

namespace Alys.Monitor.Commands;

/// <summary>One run of <c>up</c>: checks, prepares, starts, shows, stops. Whatever was started is stopped again in the
/// opposite order, however the run ends.</summary>
internal sealed class UpSession(UpSettings settings, LiveLine line, TimeProvider clock)
{
    private const string ExampleQuery = "alys_sync_current_height";
    private static readonly TimeSpan ShowPause = TimeSpan.FromSeconds(1);

    /// <summary>Runs until it is cancelled or Prometheus ends. Returns the exit code.</summary>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        settings.Home.Create();
        using UpLock taken = UpLock.Take(settings.Home);
        taken.Note($"{settings.Monitor.PageUrl("metrics")}, Prometheus http://{settings.Prometheus}");
        foreach (string left in await ChildRecords.StopLeftoversAsync(settings.Home, clock))
            line.Write($"stopped {left}, left over from a run that was killed");
        EnsurePortsFree();

        PrometheusPackage package = await PrometheusPackage.EnsureAsync(settings.Home, Progress, stop);
        await using ChildProcess? node = await StartNodeAsync(stop);
        using NodePidFile? pidFile = node is null ? null : new NodePidFile(settings.Home, settings.DevNode!, node.Pid);
        MonitorSettings watched = settings.Monitor with { PidFile = pidFile?.Path ?? settings.Monitor.PidFile };
        using LineLoggerProvider log = new(line.Write, clock);
        await using MonitorHost monitor = await MonitorHost.StartAsync(watched, log, stop);
        Progress("prometheus: starting");
        DateTimeOffset started = clock.GetUtcNow();
        string configuration =
            PrometheusConfig.Render(watched.ReachableListen, settings.Prometheus, settings.ScrapeInterval);
        await using ChildProcess server = await PrometheusServer.StartAsync(
            package, settings.Home, settings.Prometheus, configuration, clock, stop);
        Progress("prometheus: waiting for its first scrape, which takes about five seconds");
        await PrometheusServer.FirstScrapeAsync(server, settings.Prometheus, started, settings.ScrapeInterval, stop);
        SayWhereToLook(await PrometheusServer.GraphPageAsync(settings.Prometheus, ExampleQuery, stop));
        return await ShowUntilEndAsync(node, pidFile, monitor, server, stop);
    }

    private void EnsurePortsFree()
    {
        if (settings.DevNode is { } node)
            Ports.EnsureFree(node, "the development node", UpSettings.RpcPortSetting.OptionName);
        Ports.EnsureFree(settings.Monitor.Listen, "the metrics", MonitorSettings.ListenSetting.OptionName);
        Ports.EnsureFree(settings.Prometheus, "Prometheus", UpSettings.PrometheusPortSetting.OptionName);
    }

    private async Task<ChildProcess?> StartNodeAsync(CancellationToken stop)
    {
        if (settings.DevNode is not { } listen)
            return null;
        string program = await AnvilPackage.EnsureAsync(settings.Home, Progress, stop);
        Progress("anvil: starting");
        return await DevNode.StartAsync(program, settings.Home, listen, clock, stop);
    }

    private void SayWhereToLook(Uri example)
    {
        line.Show("");
        line.Write($"metrics     {settings.Monitor.PageUrl("metrics")}");
        line.Write($"health      {settings.Monitor.PageUrl("health")}");
        line.Write($"ready       {settings.Monitor.PageUrl("ready")}");
        line.Write(settings.DevNode is null
            ? $"watching    {settings.Monitor}"
            : $"node        http://{settings.DevNode} (anvil, a block a second)");
        line.Write($"Prometheus  http://{settings.Prometheus}");
        line.Write($"an example  {example}");
        line.Write("Ctrl-C stops everything.");
    }

    private async Task<int> ShowUntilEndAsync(
        ChildProcess? node, NodePidFile? pidFile, MonitorHost monitor, ChildProcess server, CancellationToken stop)
    {
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Task traffic = node is null
            ? Task.CompletedTask
            : new TrafficGenerator(settings.Monitor.Rpc!, clock).RunAsync(end.Token);
        Task show = ShowAsync(node, pidFile, monitor, end.Token);
        await Task.WhenAny(server.Exited, show);
        bool failed = server.Exited.IsCompleted && !stop.IsCancellationRequested;
        await end.CancelAsync();
        await Task.WhenAll(traffic, show);
        line.Show("");
        if (failed)
            throw new StackException(server.DeathSentence());
        line.Write("stopping");
        return ExitCode.Fine;
    }

    private async Task ShowAsync(
        ChildProcess? node, NodePidFile? pidFile, MonitorHost monitor, CancellationToken end)
    {
        bool nodeRuns = node is not null;
        while (!end.IsCancellationRequested)
        {
            if (nodeRuns && node!.Exited.IsCompleted)
            {
                nodeRuns = false;
                line.Write(node.DeathSentence() + ". The monitor goes on and shows it as down.");
            }

            if (!nodeRuns)
                pidFile?.Follow();

            line.Show(StatusLine.Compose(monitor.Page(), monitor.Collectors), StatusLine.Subject(monitor.Collectors));
            await Task.Delay(ShowPause, clock, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Without a terminal each step is said once, not each of its percents.
    private void Progress(string what) => line.Show(what, what.AsSpan().TrimEnd("0123456789 %").ToString());
}
