namespace Alys.Metrics.Node;

/// <summary>How much of v2 is at work: the label that a state set is named by.</summary>
public enum MigrationMode
{
    /// <summary>v1 alone.</summary>
    LegacyOnly,

    /// <summary>v2 does the same in silence and is compared.</summary>
    Shadow,

    /// <summary>v2 serves a small part.</summary>
    Canary,

    /// <summary>Both serve.</summary>
    Parallel,

    /// <summary>v2 serves, v1 stands by.</summary>
    ActorPrimary,

    /// <summary>v2 alone.</summary>
    ActorOnly,

    /// <summary>On the way back.</summary>
    Rollback,
}
