namespace Alys.Metrics.Node.Tests;

public sealed class SlotMetricsTests
{
    private readonly MetricRegistry _registry = new();
    private readonly SlotMetrics _metrics;

    public SlotMetricsTests() => _metrics = new SlotMetrics(_registry);

    [Fact]
    public void A_block_within_its_slot_is_on_time_and_ends_a_row_of_missed_ones()
    {
        _metrics.Missed();
        _metrics.Missed();
        Assert.Equal("2", Value("alys_slots_missed_in_row"));

        _metrics.Filled(TimeSpan.FromSeconds(2), slot: TimeSpan.FromSeconds(2));
        _metrics.Filled(TimeSpan.FromSeconds(2.1), slot: TimeSpan.FromSeconds(2));

        Assert.Equal("0", Value("alys_slots_missed_in_row"));
        Assert.Equal("2", Value("alys_slots_total{outcome=\"missed\"}"));
        Assert.Equal("1", Value("alys_slots_total{outcome=\"on_time\"}"));
        Assert.Equal("1", Value("alys_slots_total{outcome=\"late\"}"));
        Assert.Equal("2", Value("alys_slot_delay_seconds_count"));
    }

    private string? Value(string series) => Page.Value(_registry, series);
}
