namespace Alys.Metrics.Node;

/// <summary>
/// Keeps a migration's metrics free of nonsense: progress stays within 0-100 and never falls but by a rollback, phases
/// follow each other one by one, and a restart goes on where the node was.
/// </summary>
/// <remarks><b>Threads:</b> any. <b>Cost:</b> a change of phase or mode writes the state file, and so does progress, at
/// most once a percent.</remarks>
public sealed class MigrationTracker
{
    /// <summary>What the estimate of the time that is left looks back on.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly MigrationMetrics _metrics;
    private readonly TimeProvider _clock;
    private readonly MigrationStateFile? _file;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, TimeSpan> _durations;
    private readonly Queue<(DateTimeOffset At, double Progress)> _recent = new();

    private MigrationPhase _phase;
    private MigrationMode _mode;
    private double _progress;
    private double _writtenProgress;
    private DateTimeOffset _started;

    /// <summary>Goes on where the state file says, or begins with phase 0.</summary>
    /// <param name="metrics">What is told.</param>
    /// <param name="clock">Measures the phases.</param>
    /// <param name="file">Keeps the state; null: it does not outlive the process.</param>
    public MigrationTracker(MigrationMetrics metrics, TimeProvider clock, MigrationStateFile? file = null)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        ArgumentNullException.ThrowIfNull(clock);
        (_metrics, _clock, _file) = (metrics, clock, file);
        MigrationState state = file?.Read()
            ?? new(MigrationPhase.Foundation, 0, MigrationMode.LegacyOnly, clock.GetUtcNow(),
                new Dictionary<string, TimeSpan>());
        _durations = new(state.PhaseDurations);
        (_phase, _mode, _progress, _started) =
            (state.Phase, state.Mode, state.ProgressPercent, state.PhaseStarted);
        foreach (MigrationPhase phase in Enum.GetValues<MigrationPhase>())
        {
            if (_durations.TryGetValue(LabelValue.Of(phase), out TimeSpan took)) metrics.ReportDuration(phase, took);
        }

        metrics.PredictBy(Remaining);
        Show();
    }

    /// <summary>The phase the migration is in.</summary>
    public MigrationPhase Phase
    {
        get
        {
            lock (_gate) return _phase;
        }
    }

    /// <summary>How far that phase is, from 0 to 100.</summary>
    public double ProgressPercent
    {
        get
        {
            lock (_gate) return _progress;
        }
    }

    /// <summary>Whether the last phase is complete.</summary>
    public bool IsComplete
    {
        get
        {
            lock (_gate) return _phase == MigrationPhase.Documentation && _progress >= 100;
        }
    }

    /// <summary>Says how far the current phase is. Less than before is ignored: what goes back is a rollback.</summary>
    /// <param name="percent">From 0 to 100; NaN is ignored.</param>
    /// <returns>Whether it was taken.</returns>
    public bool Report(double percent)
    {
        lock (_gate)
        {
            percent = Math.Clamp(percent, 0, 100);
            if (!(percent >= _progress)) return false;
            _progress = percent;
            Remember();
            _metrics.ReportProgress(percent);
            if (percent - _writtenProgress >= 1) Keep();
            return true;
        }
    }

    /// <summary>Completes the current phase and enters the next. After the last one there is none.</summary>
    /// <returns>Whether there was a next one.</returns>
    public bool Advance()
    {
        lock (_gate)
        {
            LeavePhase();
            if (_phase == MigrationPhase.Documentation)
            {
                _progress = 100;
                _metrics.ReportProgress(100);
                Keep();
                return false;
            }

            Enter(_phase + 1);
            return true;
        }
    }

    /// <summary>Goes back to an earlier phase, or to the start of the current one.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="to">Not after the current phase, else it is the current one.</param>
    public void RollBack(RollbackReason reason, MigrationPhase to)
    {
        lock (_gate)
        {
            if (!Enum.IsDefined(to) || to > _phase) to = _phase;
            LeavePhase();
            _metrics.RollBack(reason, to);
            Enter(to);
        }
    }

    /// <summary>Says how much of v2 is at work.</summary>
    public void Report(MigrationMode mode)
    {
        lock (_gate)
        {
            if (!Enum.IsDefined(mode)) return;
            _mode = mode;
            _metrics.ReportMode(mode);
            Keep();
        }
    }

    /// <remarks>Threads: the lock is held, as for all that follow.</remarks>
    private void Enter(MigrationPhase phase)
    {
        (_phase, _progress, _started) = (phase, 0, _clock.GetUtcNow());
        _recent.Clear();
        Show();
        Keep();
    }

    private void LeavePhase()
    {
        TimeSpan took = _clock.GetUtcNow() - _started;
        if (took < TimeSpan.Zero) took = TimeSpan.Zero;
        _durations[LabelValue.Of(_phase)] = took;
        _metrics.ReportDuration(_phase, took);
    }

    private void Show()
    {
        _metrics.EnterPhase(_phase);
        _metrics.ReportProgress(_progress);
        _metrics.ReportStart(_phase, _started);
        _metrics.ReportMode(_mode);
        Remember();
    }

    private void Remember()
    {
        DateTimeOffset now = _clock.GetUtcNow();
        _recent.Enqueue((now, _progress));
        while (_recent.Count > 2 && now - _recent.Peek().At > Window) _recent.Dequeue();
    }

    private void Keep()
    {
        _writtenProgress = _progress;
        _file?.TryWrite(new MigrationState(_phase, _progress, _mode, _started, _durations));
    }

    /// <summary>The rest at the speed of the last minutes; null when nothing moved.</summary>
    private TimeSpan? Remaining()
    {
        lock (_gate)
        {
            if (_progress >= 100) return TimeSpan.Zero;
            if (_recent.Count == 0) return null;
            (DateTimeOffset since, double from) = _recent.Peek();
            TimeSpan passed = _clock.GetUtcNow() - since;
            double gained = _progress - from;
            if (gained <= 0 || passed <= TimeSpan.Zero) return null;
            return passed / gained * (100 - _progress);
        }
    }
}
