using Microsoft.Extensions.Time.Testing;

namespace Alys.Metrics.Node.Tests;

public sealed class PegoutMetricsTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly MetricRegistry _registry = new();
    private readonly PegoutMetrics _metrics;

    public PegoutMetricsTests() => _metrics = new PegoutMetrics(_registry, _clock);

    [Fact]
    public void A_peg_out_is_seen_on_its_way_and_at_its_end()
    {
        _metrics.BurnSeen();
        _metrics.TransactionBuilt();
        _metrics.SignaturesComplete(TimeSpan.FromSeconds(4));
        _metrics.Completed(satoshis: 70_000, TimeSpan.FromSeconds(80));
        _metrics.Failed(PegoutFailure.SignatureTimeout);
        _metrics.ReportPending(PegoutStage.CollectingSignatures, 1);
        _metrics.ReportOldest(_clock.GetUtcNow());
        _clock.Advance(TimeSpan.FromSeconds(90));

        Assert.Equal("1", Value("alys_pegout_burn_events_total"));
        Assert.Equal("1", Value("alys_pegout_transactions_total"));
        Assert.Equal("1", Value("alys_pegout_success_total"));
        Assert.Equal("70000", Value("alys_pegout_amount_sats_total"));
        Assert.Equal("1", Value("alys_pegout_failures_total{reason=\"signature_timeout\"}"));
        Assert.Equal("4", Value("alys_pegout_signature_time_seconds_sum"));
        Assert.Equal("80", Value("alys_pegout_duration_seconds_sum"));
        Assert.Equal("1", Value("alys_pegout_pending{stage=\"collecting_signatures\"}"));
        Assert.Equal("90", Value("alys_pegout_oldest_pending_age_seconds"));
    }

    private string? Value(string series) => Page.Value(_registry, series);
}
