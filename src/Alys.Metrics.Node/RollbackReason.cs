namespace Alys.Metrics.Node;

/// <summary>Why a migration phase was rolled back: the label <c>reason</c>.</summary>
public enum RollbackReason
{
    /// <summary>Too many errors.</summary>
    ErrorRate,

    /// <summary>v1 and v2 disagree about state.</summary>
    StateMismatch,

    /// <summary>v1 and v2 are at different heights.</summary>
    HeightDivergence,

    /// <summary>v2 is too slow.</summary>
    PerformanceRegression,

    /// <summary>A health check failed.</summary>
    HealthCheckFailure,

    /// <summary>Consensus failed.</summary>
    ConsensusFailure,

    /// <summary>An operator decided.</summary>
    Manual,

    /// <summary>None of these.</summary>
    Other,
}
