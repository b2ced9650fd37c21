namespace Alys.Metrics.Node;

/// <summary>How far the migration from v1 to v2 is, and what went wrong on the way. <see cref="MigrationTracker"/>
/// keeps it over restarts.</summary>
/// <remarks><b>Threads:</b> any.</remarks>
public sealed class MigrationMetrics
{
    private readonly Gauge _phase;
    private readonly StateSet<MigrationMode> _mode;
    private readonly EnumFamily<Gauge, MigrationPhase> _progress;
    private readonly EnumFamily<Gauge, MigrationPhase> _started;
    private readonly EnumFamily<Gauge, MigrationPhase> _budget;
    private readonly EnumFamily<Gauge, MigrationPhase> _duration;
    private readonly EnumFamily<Counter, MigrationPhase> _operations;
    private readonly EnumFamily<Counter, MigrationPhase, MigrationErrorType> _errors;
    private readonly EnumFamily<Counter, MigrationPhase, RollbackReason> _rollbacks;
    private readonly EnumFamily<Counter, MigrationPhase, ValidationResult> _validations;
    private readonly EnumFamily<Counter, CheckpointOperation> _checkpoints;

    private int _current;
    private Func<TimeSpan?> _remaining = static () => null;

    /// <summary>Makes the metrics; the migration is in phase 0, and v1 alone is at work.</summary>
    public MigrationMetrics(MetricRegistry registry, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(registry);
        Comparison = new ComparisonMetrics(registry, clock);
        _phase = registry.Gauge("alys_migration_phase", "Current migration phase (0-10).");
        _mode = registry.StateSet<MigrationMode>("alys_migration_mode", "How much of v2 is at work.");
        _progress = registry.GaugeFamily<MigrationPhase>(
            "alys_migration_progress_percent", "Progress of each migration phase in percent.", "phase");
        _started = registry.GaugeFamily<MigrationPhase>(
            "alys_migration_phase_start_timestamp_seconds", "When each phase was entered last; absent before.",
            "phase", initial: null);
        _budget = registry.GaugeFamily<MigrationPhase>(
            "alys_migration_phase_budget_seconds", "Time that each phase may take; absent when nobody said.", "phase",
            initial: null);
        _duration = registry.GaugeFamily<MigrationPhase>(
            "alys_migration_phase_duration_seconds", "Time that each phase took that was left; absent before.",
            "phase", initial: null);
        registry.ObservableGauge(
            "alys_migration_eta_seconds",
            "Time until the current phase is complete if it goes on as in its last minutes; absent when it does not.",
            () => Volatile.Read(ref _remaining)()?.TotalSeconds);
        _operations = registry.CounterFamily<MigrationPhase>(
            "alys_migration_operations_total", "Steps of the migration, by phase; what errors are a part of.", "phase");
        _errors = registry.CounterFamily<MigrationPhase, MigrationErrorType>(
            "alys_migration_errors_total", "Migration errors, by the phase they came in and their type.", "phase",
            "error_type");
        _rollbacks = registry.CounterFamily<MigrationPhase, RollbackReason>(
            "alys_migration_rollbacks_total", "Rollbacks, by the phase that was left and the reason.", "phase",
            "reason");
        _validations = registry.CounterFamily<MigrationPhase, ValidationResult>(
            "alys_migration_validations_total", "Checks of a phase, by the result.", "phase", "result");
        _checkpoints = registry.CounterFamily<CheckpointOperation>(
            "alys_migration_checkpoints_total", "Checkpoints of the migration that were made or gone back to.",
            "operation");
        _mode.Set(MigrationMode.LegacyOnly);
    }

    /// <summary>v1 and v2 side by side.</summary>
    public ComparisonMetrics Comparison { get; }

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

    /// <summary>Says how much of v2 is at work.</summary>
    public void ReportMode(MigrationMode mode) => _mode.Set(mode);

    /// <summary>Says how long a phase may take.</summary>
    public void ReportBudget(MigrationPhase phase, TimeSpan budget) => _budget[phase].Set(budget.TotalSeconds);

    /// <summary>A step of the migration was done in the current phase, well or not.</summary>
    public void Operation() => _operations[Phase].Increment();

    /// <summary>An error came in the current phase.</summary>
    public void Error(MigrationErrorType type) => _errors[Phase, type].Increment();

    /// <summary>The current phase was checked.</summary>
    public void Validated(ValidationResult result) => _validations[Phase, result].Increment();

    /// <summary>A checkpoint of the migration was made or gone back to.</summary>
    public void Checkpoint(CheckpointOperation operation) => _checkpoints[operation].Increment();

    /// <summary>The current phase was rolled back, to an earlier one or to its own start.</summary>
    public void RollBack(RollbackReason reason, MigrationPhase to)
    {
        _rollbacks[Phase, reason].Increment();
        if (to <= Phase) EnterPhase(to);
    }

    internal void ReportStart(MigrationPhase phase, DateTimeOffset moment) =>
        _started[phase].Set(moment.ToUnixTimeMilliseconds() / 1000.0);

    internal void ReportDuration(MigrationPhase phase, TimeSpan duration) =>
        _duration[phase].Set(duration.TotalSeconds);

    /// <summary>Says who knows how long the current phase will still take.</summary>
    internal void PredictBy(Func<TimeSpan?> remaining) => Volatile.Write(ref _remaining, remaining);
}
