using Alys.Monitor.Rules;

namespace Alys.Monitor.Tests.Rules;

public sealed class RuleTimesTests
{
    [Theory]
    [InlineData("rate(x[5m])", "rate(x[15s])")]
    [InlineData("sum_over_time((x == bool 5)[10m:15s])", "sum_over_time((x == bool 5)[30s:750ms])")]
    [InlineData("x offset 1h > 5", "x offset 180s > 5")]
    [InlineData("max_over_time(x[3d])", "max_over_time(x[12960s])")]
    [InlineData("        for: 1m\n        keep_firing_for: 30m\n", "        for: 3s\n        keep_firing_for: 90s\n")]
    [InlineData("instance:slot_errors:ratio_rate5m > 14.4 * 0.005", "instance:slot_errors:ratio_rate5m > 14.4 * 0.005")]
    [InlineData("description: it missed 5m and 10s", "description: it missed 5m and 10s")]
    public void Ranges_offsets_and_waits_pass_faster_and_nothing_else(string rule, string faster) =>
        Assert.Equal(faster, RuleTimes.Faster(rule, 20));

    [Fact]
    public void At_the_shipped_speed_nothing_changes() =>
        Assert.Equal("rate(x[90m])", RuleTimes.Faster("rate(x[90m])", 1));

    [Theory]
    [InlineData("slot_seconds", "5s", 1, "5")]
    [InlineData("slot_seconds", "5s", 20, "0.25")]
    [InlineData("bitcoin_tip_seconds", "90m", 1, "5400")]
    [InlineData("chain_halted", "2m", 1, "2m")]
    [InlineData("chain_halted", "2m", 20, "2m")]
    [InlineData("block_production_seconds", "0.5", 20, "0.5")]
    [InlineData("peers_min", "3", 20, "3")]
    public void A_setting_with_a_unit_is_a_time(string name, string value, double speed, string inRule) =>
        Assert.Equal(inRule, RuleTimes.Setting(name, value, speed));

    [Theory]
    [InlineData("600s", 1, "600")]
    [InlineData("86400s", 720, "120")]
    [InlineData("15s", 20, "0.75")]
    public void Seconds_in_an_expression_are_a_number(string time, double speed, string number) =>
        Assert.Equal(number, RuleTimes.Seconds(time, speed));
}
