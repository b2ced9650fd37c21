namespace Alys.Metrics.Node;

/// <summary>Bitcoins on their way out. Amounts are satoshis.</summary>
/// <remarks><b>Threads:</b> any.</remarks>
public sealed class PegoutMetrics
{
    private readonly Counter _burns;
    private readonly Counter _transactions;
    private readonly Counter _succeeded;
    private readonly Counter _amount;
    private readonly EnumFamily<Counter, PegoutFailure> _failed;
    private readonly EnumFamily<Gauge, PegoutStage> _pending;
    private readonly Histogram _duration;
    private readonly Histogram _signatures;
    private readonly TimeMark _oldest;

    /// <summary>Makes the metrics.</summary>
    public PegoutMetrics(MetricRegistry registry, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(registry);
        _oldest = new TimeMark(clock);
        _burns = registry.Counter("alys_pegout_burn_events_total", "Burns that ask for bitcoins.");
        _transactions = registry.Counter(
            "alys_pegout_transactions_total", "Bitcoin transactions that were built for peg-outs.");
        _succeeded = registry.Counter("alys_pegout_success_total", "Peg-outs that are confirmed on Bitcoin.");
        _amount = registry.Counter("alys_pegout_amount_sats_total", "Satoshis that were paid out.");
        _failed = registry.CounterFamily<PegoutFailure>(
            "alys_pegout_failures_total", "Peg-outs that failed, by reason.", "reason");
        _pending = registry.GaugeFamily<PegoutStage>(
            "alys_pegout_pending", "Peg-outs on their way, by stage.", "stage");
        registry.ObservableGauge(
            "alys_pegout_oldest_pending_age_seconds", "Age of the oldest peg-out on its way; 0 when there is none.",
            _oldest.AgeOrNone);
        _duration = registry.Histogram(
            "alys_pegout_duration_seconds", "Time from the burn to the broadcast transaction. Goal: 120 s.",
            HistogramBounds.Of(1, 5, 10, 30, 60, 90, 120, 180, 300, 600, 1_800, 3_600));
        _signatures = registry.Histogram(
            "alys_pegout_signature_time_seconds", "Time to collect the signatures of a peg-out.",
            HistogramBounds.Of(0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 300));
    }

    /// <summary>A burn asks for bitcoins.</summary>
    public void BurnSeen() => _burns.Increment();

    /// <summary>A Bitcoin transaction was built.</summary>
    public void TransactionBuilt() => _transactions.Increment();

    /// <summary>Enough have signed.</summary>
    public void SignaturesComplete(TimeSpan collecting) => _signatures.Observe(collecting);

    /// <summary>A peg-out is done.</summary>
    /// <param name="satoshis">What was paid.</param>
    /// <param name="duration">From the burn to the broadcast.</param>
    public void Completed(long satoshis, TimeSpan duration)
    {
        _succeeded.Increment();
        _amount.Add(satoshis);
        _duration.Observe(duration);
    }

    /// <summary>A peg-out failed.</summary>
    public void Failed(PegoutFailure reason) => _failed[reason].Increment();

    /// <summary>Says what is on its way.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="count">How many peg-outs are in it.</param>
    public void ReportPending(PegoutStage stage, long count) => _pending[stage].Set(count);

    /// <summary>Says when the oldest peg-out on its way was asked for; null: there is none.</summary>
    public void ReportOldest(DateTimeOffset? asked) => _oldest.Set(asked);
}
