namespace Alys.Metrics.Node.Tests;

public sealed class AuraMetricsTests
{
    private readonly MetricRegistry _registry = new();
    private readonly AuraMetrics _metrics;

    public AuraMetricsTests() => _metrics = new AuraMetrics(_registry);

    [Fact]
    public void What_the_authorities_do_is_counted_under_the_names_of_v1()
    {
        _metrics.SlotBegan(42);
        _metrics.AuthorRetrieved(CallStatus.Success, 2);
        _metrics.AuthorRetrieved(CallStatus.Failure, 99);
        _metrics.SlotClaimed(CallStatus.Success);
        _metrics.BlockProduced(CallStatus.Failure);
        _metrics.BlockVerified(CallStatus.Success);

        Assert.Equal("42", Value("alys_aura_current_slot"));
        Assert.Equal("2", Value("alys_aura_latest_slot_author"));
        Assert.Equal("1", Value("alys_aura_slot_author_retrievals{status=\"success\",authority_index=\"2\"}"));
        Assert.Equal("1", Value("alys_aura_slot_author_retrievals{status=\"failure\",authority_index=\"other\"}"));
        Assert.Equal("1", Value("alys_aura_slot_claim_totals{status=\"success\"}"));
        Assert.Equal("1", Value("alys_aura_produced_blocks_total{status=\"failure\"}"));
        Assert.Equal("1", Value("alys_aura_verify_signed_block_total{status=\"success\"}"));
    }

    [Fact]
    public void Inherited_names_are_counters_in_text_and_unknown_in_OpenMetrics()
    {
        Assert.Contains("# TYPE alys_aura_slot_claim_totals counter\n", Page.Of(_registry), StringComparison.Ordinal);
        Assert.Contains(
            "# TYPE alys_aura_slot_claim_totals unknown\n",
            Page.Of(_registry, ExpositionFormat.OpenMetrics),
            StringComparison.Ordinal);
    }

    private string? Value(string series) => Page.Value(_registry, series);
}
