namespace Alys.Monitor.Drills;

/// <summary>Drills of alerts about the migration.</summary>
internal static class MigrationScenes
{
    private static readonly SceneNode Old = new("v1") { Job = "alys", Arguments = ["--mode", "v1"] };

    // A phase lasts as long as the trouble in it takes to be told.
    private static readonly string[] LongPhases = ["--phase-seconds", "120"];

    /// <summary>Those that look back for minutes.</summary>
    public static Scene Migration { get; } = new("migration", Scenes.Minutes)
    {
        Nodes =
        [
            Old, Old with { Name = "v1-gone" },
            Migrating("stalled", "v1") with { Arguments = ["--phase-seconds", "25"] },
            Migrating("undone", "v1"), Migrating("erring", "v1"), Migrating("apart", "v1"),
            Migrating("unseen", "v1-gone") with { Arguments = ["--phase-seconds", "60"] },
        ],
        Drills =
        [
            Scenes.On("stalled", "migration-stalled", "MigrationStalled", "MigrationOverdue"),
            Regressed,
            Scenes.On("erring", "migration-errors", "MigrationErrorRate"),
            Scenes.On("apart", "v1-v2-divergence", "V1V2HeightDivergence"),
            new Drill(
                new Trouble(
                    "v1 is stopped while v2 is compared with it", ["unseen", "v1-gone"], async (stage, over) =>
                    {
                        await stage.Node("v1-gone").Process.StopAsync();
                        await Troubles.OverAsync(over);
                        await stage.Node("v1-gone").Process.StartAsync(CancellationToken.None);
                    })
                {
                    PrepareAsync = (stage, stop) => MigrationAsync(stage, "unseen", "alys_migration_phase", 1, stop),
                },
                Scenes.About("unseen", "ShadowStopped")),
        ],
    };

    /// <summary>Those that fire on for an hour.</summary>
    public static Scene Hours { get; } = new("migration, hours", Scenes.Hours)
    {
        Nodes = [Old, Migrating("back", "v1"), Migrating("differing", "v1")],
        Drills =
        [
            Scenes.On("back", "migration-rollback", "MigrationRollback"),
            new Drill(
                Troubles.Fault("differing", "state-root-mismatch"),
                Scenes.About("differing", "StateRootMismatch").With("subject", "state_root")),
        ],
    };

    // There must be some progress to lose.
    private static Drill Regressed => new(
        Troubles.Fault("undone", "migration-regressed") with
        {
            PrepareAsync = (stage, stop) =>
                MigrationAsync(stage, "undone", "max(alys_migration_progress_percent", 5, stop),
        },
        Scenes.About("undone", "MigrationRegressed"));

    private static SceneNode Migrating(string name, string with) =>
        new(name) { ComparesWith = with, Arguments = LongPhases };

    private static async Task MigrationAsync(
        Stage stage, string node, string family, double least, CancellationToken stop)
    {
        string selector = $"{{instance=\"{node}\"}}";
        string query = family.Contains('(', StringComparison.Ordinal) ? family + selector + ")" : family + selector;
        while (!(await stage.Client.ValueAsync(query, stop) >= least))
            await Task.Delay(TimeSpan.FromMilliseconds(200), stage.Clock, stop);
    }
}
