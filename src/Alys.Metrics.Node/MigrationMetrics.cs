namespace Alys.Metrics.Node;

/// <summary>How far the migration from v1 to v2 is, and what went wrong on the way.</summary>
/// <remarks><b>Threads:</b> any.</remarks>
public sealed class MigrationMetrics
{
    private readonly Gauge _phase;
    private readonly EnumFamily<Gauge, MigrationPhase> _progress;
    private readonly EnumFamily<Counter, MigrationPhase, MigrationErrorType> _errors;
    private readonly EnumFamily<Counter, MigrationPhase, RollbackReason> _rollbacks;

    private int _current;

    /// <summary>Makes the metrics; the migration is in phase 0.</summary>
    public MigrationMetrics(MetricRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        _phase = registry.Gauge("alys_migration_phase", "Current migration phase (0-10).");
        _progress = registry.GaugeFamily<MigrationPhase>(
            "alys_migration_progress_percent", "Progress of each migration phase in percent.", "phase");
        _errors = registry.CounterFamily<MigrationPhase, MigrationErrorType>(
            "alys_migration_errors_total", "Migration errors, by the phase they came in and their type.", "phase",
            "error_type");
        _rollbacks = registry.CounterFamily<MigrationPhase, RollbackReason>(
            "alys_migration_rollbacks_total", "Rollbacks, by the phase that was left and the reason.", "phase",
            "reason");
    }

    /// <summary>The phase the migration is in.</summary>
    public MigrationPhase Phase => (MigrationPhase)Volatile.Read(ref _current);

    /// <summary>Enters a phase at progress 0; the phases before it are complete. What is no phase is ignored.</summary>
    public void EnterPhase(MigrationPhase phase)
    {
        if (!Enum.IsDefined(phase)) return;
        Volatile.Write(ref _current, (int)phase);
        _phase.Set((int)phase);
        foreach (MigrationPhase each in Enum.GetValues<MigrationPhase>()) _progress[each].Set(each < phase ? 100 : 0);
    }

    /// <summary>Says how far the current phase is, in percent; kept within 0-100, NaN is ignored.</summary>
    public void ReportProgress(double percent)
    {
        if (!double.IsNaN(percent)) _progress[Phase].Set(Math.Clamp(percent, 0, 100));
    }

    /// <summary>An error came in the current phase.</summary>
    public void Error(MigrationErrorType type) => _errors[Phase, type].Increment();

    /// <summary>The current phase was rolled back, to an earlier one or to its own start.</summary>
    public void RollBack(RollbackReason reason, MigrationPhase to)
    {
        _rollbacks[Phase, reason].Increment();
        if (to <= Phase) EnterPhase(to);
    }
}
