namespace Alys.Metrics.Node;

/// <summary>Blocks that come in and go out, under the names of v1, and how far they are approved and final.</summary>
/// <remarks><b>Threads:</b> any.</remarks>
public sealed class BlockImportMetrics
{
    private readonly Counter _attempts;
    private readonly EnumFamily<Counter, BlockImportStatus, BlockImportReason> _processed;
    private readonly EnumFamily<Counter, BlockMessage, CallStatus> _produced;
    private readonly Histogram _import;
    private readonly Gauge _height;
    private readonly Gauge _lastProcessed;
    private readonly Gauge _approved;
    private readonly Gauge _finalized;
    private readonly Gauge _unfinalized;
    private readonly Lock _gate = new();

    private long _head;
    private long _final;

    /// <summary>Makes the metrics.</summary>
    public BlockImportMetrics(MetricRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        _attempts = registry.Counter(
            "alys_chain_process_block_attempts_total", "Blocks that came in and were looked at.");
        _processed = registry.InheritedCounterFamily<BlockImportStatus, BlockImportReason>(
            "alys_chain_process_block_totals", "Blocks that came in, by what became of them and why.", "status",
            "reason");
        _produced = registry.InheritedCounterFamily<BlockMessage, CallStatus>(
            "alys_chain_block_production_totals", "Own blocks and what belongs to them that were sent out.",
            "message_type", "status");
        _import = registry.Histogram(
            "alys_block_import_duration_seconds", "Time to import a block. Goal: 0.1 s.",
            HistogramBounds.Of(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5));
        _height = registry.Gauge("alys_chain_block_height", "Height of the chain's newest block.");
        _lastProcessed = registry.Gauge("alys_chain_last_processed_block", "Height of the block imported last.");
        _approved = registry.Gauge("alys_last_approved_block", "Height of the block approved last.");
        _finalized = registry.Gauge("alys_chain_last_finalized_block", "Height of the newest final block.");
        _unfinalized = registry.Gauge(
            "alys_chain_unfinalized_blocks", "Blocks between the newest final block and the head.");
    }

    /// <summary>A block was imported and is the head now.</summary>
    /// <param name="height">Its height.</param>
    /// <param name="duration">How long that took.</param>
    public void Imported(long height, TimeSpan duration)
    {
        Attempted();
        _processed[BlockImportStatus.Success, BlockImportReason.None].Increment();
        _import.Observe(duration);
        _lastProcessed.Set(height);
        SetHead(height);
    }

    /// <summary>A block was looked at and rejected.</summary>
    public void Rejected(BlockImportReason reason)
    {
        Attempted();
        _processed[BlockImportStatus.Rejected, reason].Increment();
    }

    /// <summary>A block, an approval or a proof of work of this node was sent out.</summary>
    public void Sent(BlockMessage message, CallStatus status) => _produced[message, status].Increment();

    /// <summary>A block was approved.</summary>
    public void Approved(long height) => _approved.Set(height);

    /// <summary>Blocks up to a height are final. Below the height before it is ignored: final is final.</summary>
    public void Finalized(long height)
    {
        lock (_gate)
        {
            if (height < _final) return;
            _final = height;
            _finalized.Set(height);
            _unfinalized.Set(Math.Max(0, _head - height));
        }
    }

    private void Attempted()
    {
        _attempts.Increment();
        _processed[BlockImportStatus.Attempted, BlockImportReason.None].Increment();
    }

    private void SetHead(long height)
    {
        lock (_gate)
        {
            _head = height;
            _height.Set(height);
            _unfinalized.Set(Math.Max(0, height - _final));
        }
    }
}
