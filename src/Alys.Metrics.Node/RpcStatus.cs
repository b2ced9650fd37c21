namespace Alys.Metrics.Node;

/// <summary>How a request was answered: the label <c>status</c>.</summary>
public enum RpcStatus
{
    /// <summary>With a result.</summary>
    Success,

    /// <summary>The caller was wrong: no such method, bad parameters.</summary>
    ClientError,

    /// <summary>The node failed.</summary>
    ServerError,

    /// <summary>Refused until the chain is synced.</summary>
    ChainSyncing,
}
