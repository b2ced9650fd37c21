namespace Alys.Metrics.Node;

/// <summary>The consensus of the authorities, Aura: slots, authors, blocks. The names are those of v1.</summary>
/// <remarks><b>Threads:</b> any.</remarks>
public sealed class AuraMetrics
{
    /// <summary>More authorities than any federation has; a greater index is <c>other</c>.</summary>
    private const int MostAuthorities = 32;

    private static readonly string[] Indices = NameIndices();

    private readonly EnumFamily<Counter, CallStatus> _produced;
    private readonly EnumFamily<Counter, CallStatus> _verified;
    private readonly EnumFamily<Counter, CallStatus> _claims;
    private readonly TextFamily<Counter> _retrievals;
    private readonly Gauge _slot;
    private readonly Gauge _author;

    /// <summary>Makes the metrics.</summary>
    public AuraMetrics(MetricRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        _produced = registry.CounterFamily<CallStatus>(
            "alys_aura_produced_blocks_total", "Blocks that this node was to produce, by how that ended.", "status");
        _slot = registry.Gauge("alys_aura_current_slot", "Number of the current slot.");
        _retrievals = registry.InheritedTextCounterFamily(
            "alys_aura_slot_author_retrievals", "Times that the author of a slot was looked up, by its index.",
            new TextFamilyOptions { Limit = 2 * MostAuthorities }, "status", "authority_index");
        _author = registry.Gauge("alys_aura_latest_slot_author", "Index of the author of the latest slot.");
        _verified = registry.CounterFamily<CallStatus>(
            "alys_aura_verify_signed_block_total", "Signatures of blocks that were checked, by the result.", "status");
        _claims = registry.InheritedCounterFamily<CallStatus>(
            "alys_aura_slot_claim_totals", "Slots that this node tried to claim, by the result.", "status");
        // The first authority exists at 0, so a query finds the family before the first look-up.
        foreach (CallStatus status in Enum.GetValues<CallStatus>())
            _retrievals.WithLabels(LabelValue.Of(status), Indices[0]);
    }

    /// <summary>A slot began.</summary>
    /// <param name="slot">Its number.</param>
    public void SlotBegan(long slot) => _slot.Set(slot);

    /// <summary>The author of a slot was looked up.</summary>
    /// <param name="status">Whether there is one.</param>
    /// <param name="authorityIndex">Its place among the authorities, from 0; from 32 on it is <c>other</c>.</param>
    public void AuthorRetrieved(CallStatus status, int authorityIndex)
    {
        string index = (uint)authorityIndex < MostAuthorities ? Indices[authorityIndex] : "other";
        _retrievals.WithLabels(LabelValue.Of(status), index).Increment();
        if (status == CallStatus.Success) _author.Set(authorityIndex);
    }

    /// <summary>This node tried to claim a slot.</summary>
    public void SlotClaimed(CallStatus status) => _claims[status].Increment();

    /// <summary>This node tried to produce a block.</summary>
    public void BlockProduced(CallStatus status) => _produced[status].Increment();

    /// <summary>The signature of a block was checked.</summary>
    public void BlockVerified(CallStatus status) => _verified[status].Increment();

    private static string[] NameIndices()
    {
        var names = new string[MostAuthorities];
        for (int i = 0; i < names.Length; i++) names[i] = $"{i}";
        return names;
    }
}
