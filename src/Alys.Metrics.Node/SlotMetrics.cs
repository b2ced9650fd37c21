namespace Alys.Metrics.Node;

/// <summary>Whether the node's own slots have their blocks, and in time: what the goal of 99.5 % is about.</summary>
/// <remarks><b>Threads:</b> any.</remarks>
public sealed class SlotMetrics
{
    private readonly EnumFamily<Counter, SlotOutcome> _slots;
    private readonly Histogram _delay;
    private readonly Gauge _missedInRow;

    private long _missed;

    /// <summary>Makes the metrics.</summary>
    public SlotMetrics(MetricRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        _slots = registry.CounterFamily<SlotOutcome>(
            "alys_slots_total", "Slots of this node, by what became of them.", "outcome");
        _delay = registry.Histogram(
            "alys_slot_delay_seconds", "Time from the start of a slot to its block.",
            HistogramBounds.Of(0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 30));
        _missedInRow = registry.Gauge("alys_slots_missed_in_row", "Slots of this node missed since its last block.");
    }

    /// <summary>A slot of this node has its block.</summary>
    /// <param name="delay">From the start of the slot to the block.</param>
    /// <param name="slot">How long a slot is: a block that took longer is late.</param>
    public void Filled(TimeSpan delay, TimeSpan slot)
    {
        _slots[delay <= slot ? SlotOutcome.OnTime : SlotOutcome.Late].Increment();
        _delay.Observe(delay);
        Interlocked.Exchange(ref _missed, 0);
        _missedInRow.Set(0);
    }

    /// <summary>A slot of this node has no block.</summary>
    public void Missed()
    {
        _slots[SlotOutcome.Missed].Increment();
        _missedInRow.Set(Interlocked.Increment(ref _missed));
    }
}
