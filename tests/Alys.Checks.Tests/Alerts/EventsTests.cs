using Alys.Checks.Alerts;
using Alys.PromQL;

namespace Alys.Checks.Tests.Alerts;

public sealed class EventsTests
{
    [Theory]
    [InlineData("increase(a[5m]) > 0", "5m")]
    [InlineData("sum(changes(a[5m])) >= 0", "5m")]
    [InlineData("0 < resets(a[5m])", "5m")]
    [InlineData("(increase(a[5m]) > 0) and b == 1", "5m")]
    [InlineData("increase(a[5m]) > 0 or increase(b[1h]) > 0", "5m 1h")]
    [InlineData("b == 1 and increase(a[5m]) > 0", "")]
    [InlineData("increase(a[5m]) > 3", "")]
    [InlineData("increase(a[5m]) == 0", "")]
    [InlineData("rate(a[5m]) > 0", "")]
    [InlineData("increase(a[5m])", "")]
    public void An_event_is_something_that_happened_within_a_time(string expression, string ranges)
    {
        var root = PromQLParser.Parse(expression, PromQLOptions.Prometheus2).Root!;
        Assert.Equal(
            ranges, string.Join(' ', Events.Of(root, most: 0).Select(matrix => matrix.Range.Span.Of(expression))));
    }
}
