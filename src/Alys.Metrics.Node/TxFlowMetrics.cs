namespace Alys.Metrics.Node;

/// <summary>What goes into the transaction pool and comes out of it; only the node itself knows.</summary>
/// <remarks><b>Threads:</b> any. <b>Cost:</b> one increment.</remarks>
public sealed class TxFlowMetrics
{
    private readonly Counter _received;
    private readonly Counter _included;
    private readonly EnumFamily<Counter, TxRejection> _rejected;

    /// <summary>Makes the metrics.</summary>
    public TxFlowMetrics(MetricRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        _received = registry.Counter("alys_txpool_received_total", "Transactions that were offered to the pool.");
        _included = registry.Counter("alys_txpool_included_total", "Transactions that left the pool in a block.");
        _rejected = registry.CounterFamily<TxRejection>(
            "alys_txpool_rejected_total", "Transactions that the pool did not take, by reason.", "reason");
    }

    /// <summary>A transaction was offered.</summary>
    public void Received() => _received.Increment();

    /// <summary>Transactions left in a block.</summary>
    public void Included(int transactions) => _included.Add(transactions);

    /// <summary>A transaction was not taken.</summary>
    public void Rejected(TxRejection reason) => _rejected[reason].Increment();
}
