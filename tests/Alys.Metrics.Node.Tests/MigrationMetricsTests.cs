namespace Alys.Metrics.Node.Tests;

public sealed class MigrationMetricsTests
{
    private readonly MetricRegistry _registry = new();
    private readonly MigrationMetrics _migration;

    public MigrationMetricsTests() => _migration = new MigrationMetrics(_registry, TimeProvider.System);

    [Fact]
    public void Every_series_exists_at_0_so_that_the_first_error_and_rollback_are_seen()
    {
        Assert.Equal("0", Page.Value(_registry, "alys_migration_phase"));
        Assert.Equal("0", Page.Value(_registry, "alys_migration_progress_percent{phase=\"foundation\"}"));
        Assert.Equal(
            "0", Page.Value(_registry, "alys_migration_errors_total{phase=\"sync\",error_type=\"consensus\"}"));
        Assert.Equal(
            "0", Page.Value(_registry, "alys_migration_rollbacks_total{phase=\"documentation\",reason=\"manual\"}"));
    }

    [Fact]
    public void Entering_a_phase_completes_those_before_it()
    {
        _migration.EnterPhase(MigrationPhase.Sync);
        _migration.ReportProgress(42.5);

        Assert.Equal("2", Page.Value(_registry, "alys_migration_phase"));
        Assert.Equal("100", Page.Value(_registry, "alys_migration_progress_percent{phase=\"actor_core\"}"));
        Assert.Equal("42.5", Page.Value(_registry, "alys_migration_progress_percent{phase=\"sync\"}"));
        Assert.Equal("0", Page.Value(_registry, "alys_migration_progress_percent{phase=\"lighthouse_compat\"}"));
    }

    [Theory]
    [InlineData(-5, "0")]
    [InlineData(250, "100")]
    [InlineData(double.PositiveInfinity, "100")]
    [InlineData(double.NaN, "10")]
    public void Progress_stays_within_0_and_100(double reported, string shown)
    {
        _migration.ReportProgress(10);

        _migration.ReportProgress(reported);

        Assert.Equal(shown, Page.Value(_registry, "alys_migration_progress_percent{phase=\"foundation\"}"));
    }

    [Fact]
    public void Errors_and_rollbacks_are_counted_under_the_phase_they_came_in()
    {
        _migration.EnterPhase(MigrationPhase.LighthouseMigration);

        _migration.Error(MigrationErrorType.Execution);
        _migration.RollBack(RollbackReason.ErrorRate, to: MigrationPhase.LighthouseCompat);

        string errors = "alys_migration_errors_total{phase=\"lighthouse_migration\",error_type=\"execution\"}";
        string rollbacks = "alys_migration_rollbacks_total{phase=\"lighthouse_migration\",reason=\"error_rate\"}";
        Assert.Equal("1", Page.Value(_registry, errors));
        Assert.Equal("1", Page.Value(_registry, rollbacks));
        Assert.Equal("3", Page.Value(_registry, "alys_migration_phase"));
        Assert.Equal("0", Page.Value(_registry, "alys_migration_progress_percent{phase=\"lighthouse_migration\"}"));
    }

    [Fact]
    public void A_phase_that_is_none_is_ignored_and_a_rollback_never_goes_forward()
    {
        _migration.EnterPhase(MigrationPhase.Sync);

        _migration.EnterPhase((MigrationPhase)11);
        _migration.RollBack(RollbackReason.Manual, to: MigrationPhase.Documentation);

        Assert.Equal(MigrationPhase.Sync, _migration.Phase);
    }
}
