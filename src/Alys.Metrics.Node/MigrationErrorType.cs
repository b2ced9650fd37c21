namespace Alys.Metrics.Node;

/// <summary>Kind of a migration error: the label <c>error_type</c>.</summary>
public enum MigrationErrorType
{
    /// <summary>Something took too long.</summary>
    Timeout,

    /// <summary>A connection failed.</summary>
    Connection,

    /// <summary>Data was not valid.</summary>
    Validation,

    /// <summary>Data could not be read.</summary>
    Parsing,

    /// <summary>The store failed.</summary>
    Storage,

    /// <summary>The network failed.</summary>
    Network,

    /// <summary>Consensus rules were broken.</summary>
    Consensus,

    /// <summary>The execution layer failed.</summary>
    Execution,

    /// <summary>A migration step itself failed.</summary>
    Migration,

    /// <summary>The machine or the runtime failed.</summary>
    System,
}
