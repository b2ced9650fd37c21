using Microsoft.Extensions.Time.Testing;

namespace Alys.Metrics.Node.Tests;

public sealed class BridgeMetricsTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly MetricRegistry _registry = new();
    private readonly BridgeMetrics _metrics;

    public BridgeMetricsTests() => _metrics = new BridgeMetrics(_registry, _clock);

    [Fact]
    public void What_is_held_and_owed_and_the_age_of_Bitcoins_tip_are_shown()
    {
        Assert.Null(Value("alys_bitcoin_tip_age_seconds"));
        _metrics.ReportBalance(lockedSatoshis: 500, supplySatoshis: 400);
        _metrics.ReportTip(840_000, _clock.GetUtcNow());
        _clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal("500", Value("alys_bridge_locked_sats"));
        Assert.Equal("400", Value("alys_bridge_supply_sats"));
        Assert.Equal("840000", Value("alys_bitcoin_tip_height"));
        Assert.Equal("600", Value("alys_bitcoin_tip_age_seconds"));
    }

    private string? Value(string series) => Page.Value(_registry, series);
}
