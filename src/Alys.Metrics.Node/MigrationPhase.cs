namespace Alys.Metrics.Node;

/// <summary>Phase of the migration from v1 to v2: the number in <c>alys_migration_phase</c> and the label
/// <c>phase</c>.</summary>
public enum MigrationPhase
{
    /// <summary>0: structure, tests, metrics, feature flags.</summary>
    Foundation,

    /// <summary>1: supervisor, chain, engine and bridge actors.</summary>
    ActorCore,

    /// <summary>2: sync actor, parallel sync, checkpoints.</summary>
    Sync,

    /// <summary>3: Lighthouse v4 and v5 side by side.</summary>
    LighthouseCompat,

    /// <summary>4: Lighthouse v5 cut-over by steps.</summary>
    LighthouseMigration,

    /// <summary>5: the governance stream.</summary>
    GovernanceStream,

    /// <summary>6: parallel signature validation.</summary>
    ParallelSignatures,

    /// <summary>7: removal of local keys.</summary>
    GovernanceCutover,

    /// <summary>8: deployment to production.</summary>
    ProductionDeployment,

    /// <summary>9: performance tuning.</summary>
    PerformanceTuning,

    /// <summary>10: knowledge transfer.</summary>
    Documentation,
}
