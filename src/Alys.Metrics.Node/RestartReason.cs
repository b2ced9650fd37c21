namespace Alys.Metrics.Node;

/// <summary>Why an actor was restarted: the label <c>reason</c>.</summary>
public enum RestartReason
{
    /// <summary>It threw.</summary>
    ActorPanic,

    /// <summary>Its health check failed.</summary>
    HealthCheckFailure,

    /// <summary>A child's failure was escalated.</summary>
    SupervisionEscalation,

    /// <summary>An operator asked for it.</summary>
    ManualRestart,

    /// <summary>Its configuration changed.</summary>
    ConfigurationChange,

    /// <summary>Consensus failed.</summary>
    ConsensusFailure,

    /// <summary>The network failed.</summary>
    NetworkFailure,

    /// <summary>A resource ran out.</summary>
    ResourceExhaustion,

    /// <summary>Something it needs failed.</summary>
    DependencyFailure,
}
