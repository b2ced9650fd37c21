using Alys.Metrics.Node;

namespace Alys.DevNode.Migration;

/// <summary>How much of v2 is at work in each phase.</summary>
internal static class MigrationPlan
{
    public static MigrationMode ModeOf(MigrationPhase phase) => phase switch
    {
        MigrationPhase.Foundation => MigrationMode.LegacyOnly,
        MigrationPhase.ActorCore or MigrationPhase.Sync or MigrationPhase.LighthouseCompat => MigrationMode.Shadow,
        MigrationPhase.LighthouseMigration => MigrationMode.Canary,
        MigrationPhase.GovernanceStream or MigrationPhase.ParallelSignatures => MigrationMode.Parallel,
        MigrationPhase.GovernanceCutover or MigrationPhase.ProductionDeployment => MigrationMode.ActorPrimary,
        _ => MigrationMode.ActorOnly,
    };
}
