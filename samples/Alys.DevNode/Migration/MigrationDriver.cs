using Alys.DevNode.Faults;
using Alys.DevNode.Hosting;
using Alys.Metrics.Node;
using Microsoft.Extensions.Hosting;

namespace Alys.DevNode.Migration;

/// <summary>Walks the phases of the migration, a step at a time, and keeps where it is over restarts.</summary>
internal sealed class MigrationDriver : BackgroundService
{
    /// <summary>Steps of a phase.</summary>
    private const int Steps = 20;

    private const double RegressedBy = 20;
    private static readonly TimeSpan ErrorPause = TimeSpan.FromMilliseconds(200);

    private readonly NodeServices _node;
    private readonly MigrationMetrics _metrics;
    private readonly MigrationTracker _tracker;
    private readonly StoredBlockCheck _check;

    private int _errors;

    public MigrationDriver(NodeServices node, StoredBlockCheck check)
    {
        (_node, _check) = (node, check);
        _metrics = node.Metrics!.Migration;
        var file = new MigrationStateFile(Path.Combine(node.Options.DataDirectory, "migration.json"));
        _tracker = new MigrationTracker(_metrics, node.Clock, file);
        if (file.Problem is { } problem) Console.Error.WriteLine($"alys-devnode: {problem}");
        foreach (MigrationPhase phase in Enum.GetValues<MigrationPhase>())
            _metrics.ReportBudget(phase, 2 * node.Options.Phase);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _node.Faults.Started += Begin;
        _tracker.Report(MigrationPlan.ModeOf(_tracker.Phase));
        using var timer = new PeriodicTimer(_node.Options.Phase / Steps, _node.Faults.Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) Step();
        }
        catch (OperationCanceledException)
        {
            // The node stops.
        }
        finally
        {
            _node.Faults.Started -= Begin;
        }
    }

    private void Step()
    {
        if (_tracker.IsComplete || IsOn(Fault.MigrationStalled) || IsOn(Fault.MigrationErrors)
            || IsOn(Fault.MigrationRegressed))
        {
            return;
        }

        _metrics.Operation();
        bool isSound = _check.IsSound();
        _metrics.Validated(isSound ? ValidationResult.Passed : ValidationResult.Failed);
        if (!isSound)
        {
            _metrics.Error(MigrationErrorType.Validation);
            return;
        }

        double progress = Math.Min(100, _tracker.ProgressPercent + 100.0 / Steps);
        _tracker.Report(progress);
        if (progress < 100) return;
        _metrics.Checkpoint(CheckpointOperation.Create);
        if (_tracker.Advance()) _tracker.Report(MigrationPlan.ModeOf(_tracker.Phase));
    }

    private void Begin(Fault fault, CancellationToken over)
    {
        switch (fault)
        {
            case Fault.MigrationRollback:
                RollBack();
                break;
            case Fault.MigrationRegressed:
                // As a node would that has no tracker, which takes nothing back.
                _metrics.ReportProgress(Math.Max(0, _tracker.ProgressPercent - RegressedBy));
                break;
            case Fault.MigrationErrors:
                _ = FailAsync(over);
                break;
        }
    }

    private void RollBack()
    {
        MigrationPhase to = _tracker.Phase == MigrationPhase.Foundation ? _tracker.Phase : _tracker.Phase - 1;
        _tracker.RollBack(RollbackReason.Manual, to);
        _metrics.Checkpoint(CheckpointOperation.Restore);
        _tracker.Report(MigrationMode.Rollback);
    }

    private async Task FailAsync(CancellationToken over)
    {
        MigrationErrorType[] types = Enum.GetValues<MigrationErrorType>();
        using var timer = new PeriodicTimer(ErrorPause, _node.Faults.Clock);
        try
        {
            do
            {
                _metrics.Operation();
                _metrics.Error(types[_errors++ % types.Length]);
            }
            while (await timer.WaitForNextTickAsync(over));
        }
        catch (OperationCanceledException)
        {
            // The fault is over.
        }
    }

    private bool IsOn(Fault fault) => _node.Faults.IsOn(fault);
}
