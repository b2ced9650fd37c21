using Alys.Checks.Dashboards;

namespace Alys.Checks.Tests.Dashboards;

public sealed class GrafanaUnitsTests
{
    [Theory]
    [InlineData("ms", "seconds", 0.001)]
    [InlineData("mbytes", "bytes", 1_048_576)]
    [InlineData("Kbits", "bytes/second", 125)]
    [InlineData("percentunit", "ratio", 1)]
    [InlineData("reqps", "events/second", 1)]
    [InlineData("short", null, 1)]
    [InlineData("suffix:bananas", null, 1)]
    [InlineData("currency:financial:€", null, 1)]
    public void A_unit_says_what_it_measures_and_how_large_it_is(string id, string? measure, double size) =>
        Assert.Equal(new GrafanaUnit(id, measure, size), GrafanaUnits.Find(id));

    [Theory]
    [InlineData("bananas")]
    [InlineData("S")]
    [InlineData("#")]
    public void What_Grafana_does_not_list_is_no_unit(string id) => Assert.Null(GrafanaUnits.Find(id));

    [Theory]
    [InlineData("seconds", 1000, true)]
    [InlineData("seconds", 1.0 / 60, true)]
    [InlineData("bytes", 8, true)]
    [InlineData("events/second", 60, true)]
    [InlineData("seconds", 100, false)]
    [InlineData("bytes/second", 86_400, false)]
    [InlineData("sats", 1, false)]
    public void A_factor_converts_when_there_is_a_unit_of_that_size(string measure, double factor, bool converts) =>
        Assert.Equal(converts, GrafanaUnits.Converts(measure, factor));
}
