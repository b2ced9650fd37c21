using Alys.Metrics;
using Alys.Monitor.Terminal;

namespace Alys.Monitor.Tests.Terminal;

public sealed class MetricPageTests
{
    [Fact]
    public void Samples_are_found_by_their_series()
    {
        MetricPage page = MetricPage.Parse("# HELP a A b.\n# TYPE a gauge\na 1.5\nb{x=\"y z\"} -2\nc +Inf\nd NaN\n");
        Assert.Equal(1.5, page["a"]);
        Assert.Equal(-2, page["b{x=\"y z\"}"]);
        Assert.Equal(double.PositiveInfinity, page["c"]);
        Assert.True(double.IsNaN(page["d"]!.Value));
        Assert.Null(page["e"]);
        Assert.Equal(4, page.Count);
    }

    [Fact]
    public void The_page_of_a_registry_has_what_it_exposes()
    {
        MetricRegistry registry = new();
        registry.Gauge("alys_test_level", "A level.", initial: null);
        registry.Gauge("alys_test_height", "A height.").Set(7);
        MetricPage page = MetricPage.Of(registry);
        Assert.Equal(7, page["alys_test_height"]);
        Assert.Null(page["alys_test_level"]);
    }
}
