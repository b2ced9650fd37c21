using Microsoft.Extensions.Time.Testing;

namespace Alys.Metrics.Node.Tests;

public sealed class MiningMetricsTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly MetricRegistry _registry = new();
    private readonly MiningMetrics _metrics;

    public MiningMetricsTests() => _metrics = new MiningMetrics(_registry, _clock);

    [Fact]
    public void A_proof_of_work_is_counted_and_its_age_follows_the_clock()
    {
        Assert.Null(Value("alys_auxpow_last_accepted_age_seconds"));
        _metrics.BlockRequested(AuxBlockStatus.ChainSyncing);
        _metrics.BlockRequested(AuxBlockStatus.Success);
        _metrics.ProofAccepted(hashes: 12);
        _metrics.ReportBlocksWithoutPow(3);
        _clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal("2", Value("alys_create_aux_block_calls_total{status=\"called\"}"));
        Assert.Equal("1", Value("alys_create_aux_block_calls_total{status=\"chain_syncing\"}"));
        Assert.Equal("1", Value("alys_auxpow_submit_block_calls_total{status=\"success\"}"));
        Assert.Equal("12", Value("alys_auxpow_hashes_processed_sum"));
        Assert.Equal("3", Value("alys_auxpow_blocks_without_pow"));
        Assert.Equal("120", Value("alys_auxpow_last_accepted_age_seconds"));
    }

    [Fact]
    public void A_refused_proof_says_why()
    {
        _metrics.ProofRefused(AuxPowStatus.InvalidAuxPow, AuxPowError.WrongIndex);
        _metrics.ProofRefused(AuxPowStatus.UnknownBlock);

        Assert.Equal("2", Value("alys_auxpow_submit_block_calls_total{status=\"called\"}"));
        Assert.Equal("1", Value("alys_auxpow_submit_block_calls_total{status=\"invalid_auxpow\"}"));
        Assert.Equal("1", Value("alys_auxpow_submit_block_calls_total{status=\"unknown_block\"}"));
        Assert.Equal("1", Value("alys_auxpow_errors_total{error=\"wrong_index\"}"));
    }

    private string? Value(string series) => Page.Value(_registry, series);
}
