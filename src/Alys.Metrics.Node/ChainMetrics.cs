namespace Alys.Metrics.Node;

/// <summary>What the blocks of the chain say: how old the head is, how far apart and how full blocks are,
/// reorgs.</summary>
/// <remarks><b>Threads:</b> any.</remarks>
public sealed class ChainMetrics
{
    /// <summary>Slots of 2 s and 5 s, and what several missed ones in a row make of them.</summary>
    private static readonly HistogramBounds IntervalBounds =
        HistogramBounds.Of(0.5, 1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 60, 120, 300, 600);

    private static readonly HistogramBounds GasBounds = HistogramBounds.Of(
        0, 21_000, 100_000, 500_000, 1_000_000, 2_500_000, 5_000_000, 10_000_000, 15_000_000, 20_000_000, 30_000_000,
        45_000_000, 60_000_000, 100_000_000);

    private static readonly HistogramBounds TransactionBounds =
        HistogramBounds.Of(0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000);

    private static readonly HistogramBounds DepthBounds = HistogramBounds.Of(1, 2, 3, 4, 6, 8, 16, 32, 64, 128);

    private readonly Histogram _interval;
    private readonly Histogram _gasUsed;
    private readonly Histogram _transactions;
    private readonly Histogram _reorgDepth;
    private readonly Counter _reorgs;
    private readonly Counter _skipped;
    private readonly Gauge _gasLimit;
    private readonly TimeMark _head;

    /// <summary>Makes the metrics.</summary>
    public ChainMetrics(MetricRegistry registry, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(registry);
        _head = new TimeMark(clock);
        registry.ObservableGauge(
            "alys_chain_head_age_seconds", "Time since the timestamp of the newest block.", _head.Age);
        _interval = registry.Histogram(
            "alys_chain_block_interval_seconds", "Time between the timestamps of a block and its parent.",
            IntervalBounds);
        _gasUsed = registry.Histogram("alys_chain_block_gas_used", "Gas used by a block.", GasBounds);
        _transactions = registry.Histogram(
            "alys_chain_block_transactions", "Transactions in a block.", TransactionBounds);
        _gasLimit = registry.Gauge("alys_chain_block_gas_limit", "Gas limit of the newest block.", initial: null);
        _reorgs = registry.Counter(
            "alys_chain_reorgs_total", "Times that blocks of our chain were replaced or removed.");
        _reorgDepth = registry.Histogram(
            "alys_chain_reorg_depth_blocks", "Blocks that a reorg replaced or removed.", DepthBounds);
        _skipped = registry.Counter(
            "alys_chain_blocks_skipped_total",
            "Blocks that were not looked at because too many came at once; they are missing in the block histograms.");
    }

    /// <summary>Says when the newest block was made, by its own timestamp; its age is exposed and follows the clock.
    /// A timestamp in the future shows as age 0.</summary>
    public void ReportHead(DateTimeOffset blockTime, long gasLimit)
    {
        _gasLimit.Set(gasLimit);
        _head.Set(blockTime);
    }

    /// <summary>Counts a block, each once.</summary>
    /// <param name="sinceParent">Between its timestamp and its parent's.</param>
    /// <param name="gasUsed">In gas.</param>
    /// <param name="transactions">How many it holds.</param>
    public void BlockSeen(TimeSpan sinceParent, long gasUsed, int transactions)
    {
        _interval.Observe(sinceParent);
        _gasUsed.Observe(gasUsed);
        _transactions.Observe(transactions);
    }

    /// <summary>Counts a reorg.</summary>
    /// <param name="depth">How many of our blocks are no longer on the chain; at least 1.</param>
    public void Reorg(int depth)
    {
        _reorgs.Increment();
        _reorgDepth.Observe(depth);
    }

    /// <summary>Counts blocks that were not looked at.</summary>
    public void BlocksSkipped(long count) => _skipped.Add(count);

    /// <summary>Takes the gauges out of the exposition until the next report.</summary>
    public void Forget()
    {
        _gasLimit.Clear();
        _head.Set(null);
    }
}
