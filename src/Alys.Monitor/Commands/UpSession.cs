using Alys.Monitor.Alerting;
using Alys.Monitor.Pictures;
using Alys.Monitor.Settings;
using Alys.Monitor.Stack;
using Alys.Monitor.Stores;
using Alys.Monitor.Terminal;

namespace Alys.Monitor.Commands;

/// <summary>One run of <c>up</c>: checks, prepares, starts, shows, stops. Whatever was started is stopped again in the
/// opposite order, however the run ends.</summary>
internal sealed class UpSession(UpSettings settings, LiveLine line, TimeProvider clock)
{
    /// <summary>Runs until it is cancelled. Returns the exit code.</summary>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        settings.Home.Create();
        using UpLock taken = UpLock.Take(settings.Home);
        Surroundings surroundings = new(settings.Home, line, clock);
        await using IPicture picture = IPicture.Of(settings.Picture, surroundings);
        await using AlertingParts alerting = new(settings.Alerting, surroundings);
        await using StoreParts store = new(settings.Store, settings.Alerting.Alertmanager, surroundings);
        taken.Note($"http://{picture.Main}/metrics, Prometheus http://{settings.Prometheus}");
        foreach (string left in await ChildRecords.StopLeftoversAsync(settings.Home, clock))
            line.Write($"stopped {left}, left over from a run that was killed");
        foreach (UsedPort port in settings.Ports)
            Ports.EnsureFree(port);

        await picture.PrepareAsync(stop);
        PrometheusPackage package = await PrometheusPackage.EnsureAsync(settings.Home, line.Progress, stop);
        await alerting.PrepareAsync(stop);
        await store.PrepareAsync(stop);
        await picture.StartAsync(stop);
        await alerting.StartAsync(stop);
        await store.StartAsync(stop);
        await using SupervisedProcess server = await StartPrometheusAsync(package, picture, stop);
        Uri example = await PrometheusServer.GraphPageAsync(settings.Prometheus, picture.ExampleQuery, stop);
        SayWhereToLook(picture, alerting, store, example);
        await picture.ShowAsync(stop);
        line.Show("");
        line.Write("stopping");
        return ExitCode.Fine;
    }

    private async Task<SupervisedProcess> StartPrometheusAsync(
        PrometheusPackage package, IPicture picture, CancellationToken stop)
    {
        line.Progress("prometheus: starting");
        DateTimeOffset started = clock.GetUtcNow();
        PrometheusTargets targets = new(picture.Main, settings.Prometheus)
        {
            Migration = picture.Migration,
            Alertmanager = settings.Alerting.Alertmanager,
            NodeExporter = settings.Alerting.NodeExporter,
            Store = settings.Store is { } store ? new StoreTargets(store.Store, store.Vmalert) : null,
        };
        string configuration = PrometheusConfig.Render(targets, settings.ScrapeInterval);
        ChildProcess server = await PrometheusServer.StartAsync(
            package, settings.Home, settings.Prometheus, configuration, clock, stop);
        line.Progress("prometheus: waiting for its first scrape, which takes five to ten seconds");
        int nodes = picture.Migration is null ? 1 : 2;
        await PrometheusServer.FirstScrapeAsync(
            server, settings.Prometheus, nodes, started, settings.ScrapeInterval, stop);
        return PrometheusServer.Supervise(server, package, settings.Home, settings.Prometheus, line.Write, clock);
    }

    private void SayWhereToLook(IPicture picture, AlertingParts alerting, StoreParts store, Uri example)
    {
        line.Show("");
        foreach (string where in picture.WhereToLook())
            line.Write(where);
        line.Write($"Prometheus  http://{settings.Prometheus}");
        line.Write($"an example  {example.AbsoluteUri}");
        foreach (string where in store.WhereToLook())
            line.Write(where);
        line.Write(alerting.WhereToLook());
        foreach (string what in picture.WhatToTry())
            line.Write(what);
        line.Write("Ctrl-C stops everything.");
    }
}
