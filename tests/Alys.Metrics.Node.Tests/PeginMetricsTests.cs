using Microsoft.Extensions.Time.Testing;

namespace Alys.Metrics.Node.Tests;

public sealed class PeginMetricsTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly MetricRegistry _registry = new();
    private readonly PeginMetrics _metrics;

    public PeginMetricsTests() => _metrics = new PeginMetrics(_registry, _clock);

    [Fact]
    public void A_peg_in_is_seen_on_its_way_and_at_its_end()
    {
        _metrics.ReportPending(PeginStage.Confirming, 2);
        _metrics.ReportOldest(_clock.GetUtcNow());
        _metrics.Completed(satoshis: 150_000, TimeSpan.FromSeconds(0.2));
        _metrics.Failed();
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("2", Value("alys_pegin_pending{stage=\"confirming\"}"));
        Assert.Equal("60", Value("alys_pegin_oldest_pending_age_seconds"));
        Assert.Equal("1", Value("alys_chain_pegin_totals{status=\"completed\"}"));
        Assert.Equal("1", Value("alys_chain_pegin_totals{status=\"failed\"}"));
        Assert.Equal("150000", Value("alys_chain_total_pegin_amount"));
        Assert.Equal("150000", Value("alys_pegin_amount_sats_total"));
        Assert.Equal("0.2", Value("alys_pegin_processing_duration_seconds_sum"));

        _metrics.ReportOldest(null);

        Assert.Equal("0", Value("alys_pegin_oldest_pending_age_seconds"));
    }

    private string? Value(string series) => Page.Value(_registry, series);
}
