namespace Alys.Metrics.Node;

/// <summary>Bitcoins on their way in. Amounts are satoshis.</summary>
/// <remarks><b>Threads:</b> any.</remarks>
public sealed class PeginMetrics
{
    private readonly EnumFamily<Counter, PeginResult> _ended;
    private readonly EnumFamily<Gauge, PeginStage> _pending;
    private readonly Counter _amount;
    private readonly Gauge _totalAmount;
    private readonly Histogram _processing;
    private readonly TimeMark _oldest;

    /// <summary>Makes the metrics.</summary>
    public PeginMetrics(MetricRegistry registry, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(registry);
        _oldest = new TimeMark(clock);
        _ended = registry.InheritedCounterFamily<PeginResult>(
            "alys_chain_pegin_totals", "Peg-ins that ended, by how.", "status");
        _totalAmount = registry.Gauge("alys_chain_total_pegin_amount", "Satoshis pegged in since the node started.");
        _amount = registry.Counter("alys_pegin_amount_sats_total", "Satoshis that were credited.");
        _pending = registry.GaugeFamily<PeginStage>(
            "alys_pegin_pending", "Peg-ins on their way, by stage.", "stage");
        registry.ObservableGauge(
            "alys_pegin_oldest_pending_age_seconds", "Age of the oldest peg-in on its way; 0 when there is none.",
            _oldest.AgeOrNone);
        _processing = registry.Histogram(
            "alys_pegin_processing_duration_seconds",
            "Time from enough confirmations to the credited amount. Goal: 0.5 s.",
            HistogramBounds.Of(0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 60));
    }

    /// <summary>Says what is on its way.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="count">How many peg-ins are in it.</param>
    public void ReportPending(PeginStage stage, long count) => _pending[stage].Set(count);

    /// <summary>Says when the oldest peg-in on its way was seen first; null: there is none.</summary>
    public void ReportOldest(DateTimeOffset? seen) => _oldest.Set(seen);

    /// <summary>A peg-in was credited.</summary>
    /// <param name="satoshis">Its amount.</param>
    /// <param name="processing">From enough confirmations on.</param>
    public void Completed(long satoshis, TimeSpan processing)
    {
        _ended[PeginResult.Completed].Increment();
        _amount.Add(satoshis);
        _totalAmount.Set(_amount.Value);
        _processing.Observe(processing);
    }

    /// <summary>A peg-in failed.</summary>
    public void Failed() => _ended[PeginResult.Failed].Increment();
}
