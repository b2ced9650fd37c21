namespace Alys.Metrics.Node;

/// <summary>The transaction pool.</summary>
/// <remarks><b>Threads:</b> any.</remarks>
public sealed class TxPoolMetrics
{
    private readonly Gauge _size;
    private readonly EnumFamily<Gauge, TxPoolState> _byState;
    private readonly Gauge _capacity;

    /// <summary>Makes the metrics.</summary>
    public TxPoolMetrics(MetricRegistry registry, Presence presence = Presence.FromTheStart)
    {
        ArgumentNullException.ThrowIfNull(registry);
        double? initial = presence == Presence.FromTheStart ? 0 : null;
        _size = registry.Gauge("alys_txpool_size", "Current transaction pool size.", initial);
        _byState = registry.GaugeFamily<TxPoolState>(
            "alys_txpool_transactions", "Transactions in the pool by state.", "state", initial);
        _capacity = registry.Gauge(
            "alys_txpool_capacity", "Most transactions that the pool holds; absent when not known.", initial: null);
    }

    /// <summary>Says how many transactions the pool can hold.</summary>
    public void ReportCapacity(long transactions) => _capacity.Set(transactions);

    /// <summary>Says how many transactions there are.</summary>
    /// <param name="pending">Ready for the next block.</param>
    /// <param name="queued">Waiting for something.</param>
    public void Report(long pending, long queued)
    {
        _size.Set(pending + queued);
        _byState[TxPoolState.Pending].Set(pending);
        _byState[TxPoolState.Queued].Set(queued);
    }

    /// <summary>Takes the gauges out of the exposition until the next report.</summary>
    public void Forget()
    {
        _size.Clear();
        _capacity.Clear();
        foreach (TxPoolState state in Enum.GetValues<TxPoolState>()) _byState[state].Clear();
    }
}
