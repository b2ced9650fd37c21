using Alys.Checks.Alerts;
using Alys.Checks.Tests.Fixtures;
using Alys.PromQL;

namespace Alys.Checks.Tests.Alerts;

public sealed class EventsTests
{
    [Theory]
    [InlineData("increase(a[5m]) > 0", "5m")]
    [InlineData("increase(a[5m]) >= 1", "5m")]
    [InlineData("increase(a[5m]) > 0.5", "5m")]
    [InlineData("increase(a[5m]) != 0", "5m")]
    [InlineData("rate(a[5m]) > 0", "5m")]
    [InlineData("rate(a[5m]) * 300 >= 1", "5m")]
    [InlineData("irate(a[5m]) > 0", "5m")]
    [InlineData("sum(changes(a[5m])) >= 0", "5m")]
    [InlineData("0 < resets(a[5m])", "5m")]
    [InlineData("max_over_time(increase(a[5m])[10m:]) > 0", "15m")]
    [InlineData("increase(a[5m]) / increase(b[5m]) > 0", "5m")]
    [InlineData("(increase(a[5m]) or vector(0)) > 0", "5m")]
    [InlineData("(increase(a[5m]) > 0) and b == 1", "5m")]
    [InlineData("increase(a[5m]) > 0 or increase(b[1h]) > 0", "5m 1h")]
    [InlineData("b == 1 and increase(a[5m]) > 0", "")]
    [InlineData("increase(a[5m]) > 3", "")]
    [InlineData("increase(a[5m]) > 1", "")]
    [InlineData("increase(a[5m]) == 0", "")]
    [InlineData("increase(a[5m]) / increase(b[5m]) > 0.05", "")]
    [InlineData("min_over_time(increase(a[5m])[10m:]) > 0", "")]
    [InlineData("avg(increase(a[5m])) > 0.5", "")]
    [InlineData("rate(a[5m]) > 0.01", "")]
    [InlineData("rate(process_cpu_seconds_total[5m]) > 0.001", "")]
    [InlineData("increase(a[5m])", "")]
    public void An_event_is_something_that_happened_within_a_time(string expression, string windows) =>
        Assert.Equal(windows, Windows(expression, canBeMany: false));

    [Theory]
    [InlineData("increase(a[5m]) > 10", "5m")]
    [InlineData("increase(a[5m]) / increase(b[5m]) > 0.05", "")]
    [InlineData("increase(process_cpu_seconds_total[5m]) > 10", "")]
    public void Many_are_asked_for_too_but_no_part_of_a_ratio(string expression, string windows) =>
        Assert.Equal(windows, Windows(expression, canBeMany: true));

    private static string Windows(string expression, bool canBeMany) => string.Join(
        ' ', Events.Of(Given.Alert(expression).Expression.Facts!, canBeMany)
            .Select(happened => PromQLDurations.ToText(happened.Window)));
}
