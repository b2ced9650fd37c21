namespace Alys.Metrics.Node;

/// <summary>How far the node is with the chain.</summary>
/// <remarks><b>Threads:</b> any; reports are expected from one place at a time.</remarks>
public sealed class SyncMetrics
{
    private readonly Gauge _current;
    private readonly Gauge _target;
    private readonly Gauge _behind;
    private readonly Gauge _state;
    private readonly Counter _applied;
    private readonly DecayingRate _rate;
    private readonly Lock _gate = new();

    private bool _known;
    private long? _height;

    /// <summary>Makes the metrics.</summary>
    /// <param name="registry">Where they are exposed.</param>
    /// <param name="clock">Measures the time between reports.</param>
    /// <param name="presence">Default: a node that reports itself.</param>
    public SyncMetrics(MetricRegistry registry, TimeProvider clock, Presence presence = Presence.FromTheStart)
    {
        ArgumentNullException.ThrowIfNull(registry);
        double? initial = presence == Presence.FromTheStart ? 0 : null;
        _known = initial is not null;
        _rate = new DecayingRate(clock);
        _current = registry.Gauge("alys_sync_current_height", "Current synchronized block height.", initial);
        _target = registry.Gauge("alys_sync_target_height", "Highest block height that is known of.", initial);
        _behind = registry.Gauge(
            "alys_sync_blocks_behind", "Blocks between the current and the target height.", initial);
        _state = registry.Gauge(
            "alys_sync_state",
            "Current sync state (0=discovering, 1=headers, 2=blocks, 3=catchup, 4=synced, 5=failed).",
            initial);
        _applied = registry.Counter(
            "alys_sync_blocks_applied_total", "Blocks by which the current height rose; the base for alerts on speed.");
        registry.ObservableGauge(
            "alys_sync_blocks_per_second",
            "Current sync speed in blocks per second, averaged over about 20 s; goes to 0 when no block comes.",
            () => Volatile.Read(ref _known) ? _rate.Value : null);
    }

    /// <summary>
    /// Says where the node is. A height below the one before is a rollback: nothing is counted as applied, and the
    /// blocks that come again count again. The target is never shown below the height.
    /// </summary>
    /// <param name="currentHeight">Height of the newest block applied, in blocks; a negative one is ignored.</param>
    /// <param name="targetHeight">Highest height known of.</param>
    /// <param name="state">What the sync is doing.</param>
    public void Report(long currentHeight, long targetHeight, SyncState state)
    {
        if (currentHeight < 0) return;
        lock (_gate)
        {
            long applied = Math.Max(0, currentHeight - (_height ?? currentHeight));
            _height = currentHeight;
            _applied.Add(applied);
            _rate.Report(applied);
            long target = Math.Max(currentHeight, targetHeight);
            _current.Set(currentHeight);
            _target.Set(target);
            _behind.Set(target - currentHeight);
            _state.Set((int)state);
            Volatile.Write(ref _known, true);
        }
    }

    /// <summary>Takes the gauges out of the exposition until the next report: nobody knows where the node is.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            Volatile.Write(ref _known, false);
            _rate.Reset();
            foreach (Gauge gauge in new[] { _current, _target, _behind, _state }) gauge.Clear();
        }
    }
}
