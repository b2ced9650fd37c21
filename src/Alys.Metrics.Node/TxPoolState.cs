namespace Alys.Metrics.Node;

/// <summary>Where in the pool a transaction is: the label <c>state</c>.</summary>
public enum TxPoolState
{
    /// <summary>Ready for the next block.</summary>
    Pending,

    /// <summary>Waiting, for an earlier nonce as a rule.</summary>
    Queued,
}
