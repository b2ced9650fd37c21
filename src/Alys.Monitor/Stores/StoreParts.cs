using System.Net;
using Alys.Monitor.Pictures;
using Alys.Monitor.Settings;
using Alys.Monitor.Stack;
using Alys.Monitor.Terminal;

namespace Alys.Monitor.Stores;

/// <summary>What <c>up</c> runs for <c>--store</c>, from its start to its end: the store, and vmalert, which evaluates
/// the rules over it. Without a store it does nothing. Disposing stops whatever was started.</summary>
internal sealed class StoreParts(StoreSettings? settings, IPEndPoint alertmanager, Surroundings surroundings)
    : IAsyncDisposable
{
    private VictoriaMetricsPackage? _package;
    private SupervisedProcess? _store;
    private SupervisedProcess? _vmalert;

    /// <summary>Finds or downloads the programs.</summary>
    /// <exception cref="UsageException">One is not there and cannot be had.</exception>
    public async Task PrepareAsync(CancellationToken stop)
    {
        if (settings is not null)
        {
            _package = await VictoriaMetricsPackage.EnsureAsync(
                surroundings.Home, surroundings.Line.Progress, stop);
        }
    }

    /// <summary>Starts everything and waits until it answers. Alertmanager must run.</summary>
    /// <exception cref="StackException">A part ended or was not ready in time.</exception>
    public async Task StartAsync(CancellationToken stop)
    {
        if (settings is null) return;
        (AlysHome home, LiveLine line, TimeProvider clock) = surroundings;
        line.Progress("victoria-metrics: starting");
        _store = await VictoriaMetricsServer.StartAsync(_package!, home, settings.Store, line.Write, clock, stop);
        line.Progress("vmalert: starting");
        _vmalert = await VmalertServer.StartAsync(
            _package!, home, settings.Vmalert, settings.Store, alertmanager, line.Write, clock, stop);
    }

    /// <summary>Lines that say where the store is.</summary>
    public IEnumerable<string> WhereToLook() => settings is null ? [] :
    [
        $"store       http://{settings.Store}/vmui (VictoriaMetrics, with all that Prometheus reads)",
        $"rules       http://{settings.Vmalert} (vmalert, over the store)",
    ];

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_vmalert is not null)
            await _vmalert.DisposeAsync();
        if (_store is not null)
            await _store.DisposeAsync();
    }
}
