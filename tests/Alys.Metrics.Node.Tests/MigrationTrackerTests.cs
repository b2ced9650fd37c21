using Microsoft.Extensions.Time.Testing;

namespace Alys.Metrics.Node.Tests;

public sealed class MigrationTrackerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private MetricRegistry _registry = new();

    [Fact]
    public void Progress_never_falls_but_by_a_rollback()
    {
        MigrationTracker tracker = Start();

        Assert.True(tracker.Report(60));
        Assert.False(tracker.Report(50));
        Assert.False(tracker.Report(double.NaN));
        Assert.True(tracker.Report(250));
        Assert.Equal("100", Value("alys_migration_progress_percent{phase=\"foundation\"}"));

        tracker.RollBack(RollbackReason.ErrorRate, MigrationPhase.Foundation);

        Assert.Equal("0", Value("alys_migration_progress_percent{phase=\"foundation\"}"));
        Assert.Equal("1", Value("alys_migration_rollbacks_total{phase=\"foundation\",reason=\"error_rate\"}"));
    }

    [Fact]
    public void A_phase_that_is_left_has_a_duration_and_the_next_a_start()
    {
        MigrationTracker tracker = Start();
        _clock.Advance(TimeSpan.FromHours(2));

        Assert.True(tracker.Advance());

        Assert.Equal("1", Value("alys_migration_phase"));
        Assert.Equal("7200", Value("alys_migration_phase_duration_seconds{phase=\"foundation\"}"));
        Assert.Equal("1767232800", Value("alys_migration_phase_start_timestamp_seconds{phase=\"actor_core\"}"));
        Assert.Null(Value("alys_migration_phase_start_timestamp_seconds{phase=\"sync\"}"));
    }

    [Fact]
    public void A_rollback_goes_back_and_never_forward()
    {
        MigrationTracker tracker = Start();
        tracker.Advance();
        tracker.Advance();

        tracker.RollBack(RollbackReason.Manual, MigrationPhase.Documentation);
        Assert.Equal(MigrationPhase.Sync, tracker.Phase);
        tracker.RollBack(RollbackReason.Manual, MigrationPhase.Foundation);

        Assert.Equal(MigrationPhase.Foundation, tracker.Phase);
        Assert.Equal("0", Value("alys_migration_progress_percent{phase=\"actor_core\"}"));
    }

    [Fact]
    public void After_the_last_phase_it_is_complete()
    {
        MigrationTracker tracker = Start();
        int phases = 1;
        while (tracker.Advance()) phases++;

        Assert.Equal(11, phases);
        Assert.True(tracker.IsComplete);
        Assert.Equal("100", Value("alys_migration_progress_percent{phase=\"documentation\"}"));
        Assert.Equal("0", Value("alys_migration_eta_seconds"));
    }

    [Fact]
    public void The_time_that_is_left_follows_the_speed_of_the_last_minutes()
    {
        MigrationTracker tracker = Start();
        Assert.Null(Value("alys_migration_eta_seconds"));

        _clock.Advance(TimeSpan.FromMinutes(1));
        tracker.Report(20);

        Assert.Equal("240", Value("alys_migration_eta_seconds"));
    }

    [Fact]
    public void A_restart_goes_on_where_it_was()
    {
        MigrationTracker tracker = Start();
        tracker.Advance();
        tracker.Report(MigrationMode.Shadow);
        tracker.Report(42);
        _registry = new MetricRegistry();
        _clock.Advance(TimeSpan.FromMinutes(5));

        MigrationTracker again = Start();

        Assert.Equal(MigrationPhase.ActorCore, again.Phase);
        Assert.Equal("42", Value("alys_migration_progress_percent{phase=\"actor_core\"}"));
        Assert.Equal("1", Value("alys_migration_mode{alys_migration_mode=\"shadow\"}"));
        Assert.Equal("1767225600", Value("alys_migration_phase_start_timestamp_seconds{phase=\"actor_core\"}"));
        Assert.Equal("0", Value("alys_migration_phase_duration_seconds{phase=\"foundation\"}"));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private MigrationTracker Start() => new(
        new MigrationMetrics(_registry, _clock), _clock,
        new MigrationStateFile(Path.Combine(_folder.FullName, "migration.json")));

    private string? Value(string series) => Page.Value(_registry, series);
}
