namespace Alys.Metrics.Node.Tests;

public sealed class BlockImportMetricsTests
{
    private readonly MetricRegistry _registry = new();
    private readonly BlockImportMetrics _metrics;

    public BlockImportMetricsTests() => _metrics = new BlockImportMetrics(_registry);

    [Fact]
    public void An_imported_block_is_the_head_and_waits_to_be_final()
    {
        _metrics.Imported(10, TimeSpan.FromSeconds(0.05));
        _metrics.Finalized(7);
        _metrics.Imported(11, TimeSpan.FromSeconds(0.05));
        _metrics.Approved(11);
        _metrics.Finalized(6);

        Assert.Equal("11", Value("alys_chain_block_height"));
        Assert.Equal("11", Value("alys_chain_last_processed_block"));
        Assert.Equal("11", Value("alys_last_approved_block"));
        Assert.Equal("7", Value("alys_chain_last_finalized_block"));
        Assert.Equal("4", Value("alys_chain_unfinalized_blocks"));
        Assert.Equal("2", Value("alys_chain_process_block_totals{status=\"success\",reason=\"none\"}"));
        Assert.Equal("2", Value("alys_block_import_duration_seconds_count"));
    }

    [Fact]
    public void A_rejected_block_says_why_and_every_reason_exists_at_0()
    {
        _metrics.Rejected(BlockImportReason.MissingPow);
        _metrics.Sent(BlockMessage.ApproveBlock, CallStatus.Success);

        Assert.Equal("1", Value("alys_chain_process_block_attempts_total"));
        Assert.Equal("1", Value("alys_chain_process_block_totals{status=\"rejected\",reason=\"missing_pow\"}"));
        Assert.Equal("0", Value("alys_chain_process_block_totals{status=\"rejected\",reason=\"old_height\"}"));
        Assert.Equal(
            "1", Value("alys_chain_block_production_totals{message_type=\"approve_block\",status=\"success\"}"));
    }

    private string? Value(string series) => Page.Value(_registry, series);
}
