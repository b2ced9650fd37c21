namespace Alys.Metrics.Node;

/// <summary>Why a round of a collector, or a part of it, failed: the label <c>reason</c>.</summary>
public enum CollectorFailure
{
    /// <summary>It took longer than its time.</summary>
    Timeout,

    /// <summary>The other side could not be reached, or the connection broke.</summary>
    Connection,

    /// <summary>An HTTP answer other than success.</summary>
    HttpStatus,

    /// <summary>An answer over the limit.</summary>
    TooLarge,

    /// <summary>An answer that is no JSON.</summary>
    InvalidJson,

    /// <summary>JSON of another shape than the protocol says.</summary>
    InvalidResponse,

    /// <summary>The other side answered with an error.</summary>
    RpcError,

    /// <summary>What is watched does not exist.</summary>
    NotFound,

    /// <summary>What is watched may not be read.</summary>
    Permission,

    /// <summary>A fault of the collector itself.</summary>
    Internal,
}
