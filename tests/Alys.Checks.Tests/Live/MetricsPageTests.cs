using Alys.Checks.Live;
using Alys.Checks.Sources;
using Alys.PromQL.Inference;

namespace Alys.Checks.Tests.Live;

public sealed class MetricsPageTests
{
    private const string TextPage =
        """
        # HELP shop_orders_total Orders.
        # TYPE shop_orders_total counter
        shop_orders_total{kind="a} b, c=\"d\"",till="1"} 3 1700000000000
        shop_orders_total{kind="e"} +Inf
        # TYPE shop_seconds histogram
        shop_seconds_bucket{le="0.5"} 1
        shop_seconds_bucket{le="1"} 1
        shop_seconds_bucket{le="+Inf"} 1
        shop_seconds_sum 0.2
        shop_seconds_count 1
        # TYPE shop_wait_seconds summary
        shop_wait_seconds{quantile="0.5"} NaN
        shop_wait_seconds_sum 0
        shop_wait_seconds_count 0
        # TYPE shop_open gauge

        shop_stray 4
        """;

    private const string OpenMetricsPage =
        """
        # TYPE shop_orders counter
        # UNIT shop_orders orders
        shop_orders_total{kind="a"} 3 # {trace_id="x"} 1 1700000000.1
        shop_orders_created{kind="a"} 1700000000
        # TYPE shop info
        shop_info{version="1"} 1
        # EOF
        """;

    [Fact]
    public void Names_kinds_labels_bounds_and_counts_are_as_on_the_page()
    {
        LiveMetrics live = Read(TextPage);
        Assert.Equal(
            ["shop_orders_total", "shop_seconds", "shop_wait_seconds", "shop_open", "shop_stray"],
            live.Families.Select(family => family.Family.Name));
        Assert.Equal(
            [MetricKind.Counter, MetricKind.Histogram, MetricKind.Summary, MetricKind.Gauge, MetricKind.Unknown],
            live.Families.Select(family => family.Family.Kind));
        Assert.Equal([2, 5, 3, 0, 1], live.Families.Select(family => family.Series));
        Assert.Equal([new("kind"), new("till", IsOptional: true)], live.Families[0].Family.Labels);
        Assert.Equal([0.5, 1], live.Families[1].Family.Bounds);
        Assert.Empty(live.Families[1].Family.Labels);
        Assert.Empty(live.Families[2].Family.Labels);
        Assert.Equal("http://shop/metrics:2:1", live.Families[0].Where.ToString());
        Assert.Equal((11L, 100L), (Assert.Single(live.Targets).Series, live.Targets[0].Limit));
    }

    [Fact]
    public void OpenMetrics_names_a_counter_as_its_series_are_named()
    {
        LiveMetrics live = Read(OpenMetricsPage);
        Assert.Equal(["shop_orders_total", "shop_info"], live.Families.Select(family => family.Family.Name));
        Assert.Equal([MetricKind.Counter, MetricKind.Gauge], live.Families.Select(family => family.Family.Kind));
        Assert.Equal("kind", Assert.Single(live.Families[0].Family.Labels).Name);
    }

    [Theory]
    [InlineData("<!DOCTYPE html>\n<html>", "http://shop/metrics:1:1 is no sample: <!DOCTYPE html>")]
    [InlineData("a 1\nb{c=\"d} 2\n", "http://shop/metrics:2:1 is no sample: b{c=\"d} 2")]
    [InlineData("lonely\n", "http://shop/metrics:1:1 is no sample: lonely")]
    [InlineData("\n# a comment\n", "http://shop/metrics has no metric on it")]
    public void What_is_no_page_is_said_with_its_line(string text, string said) =>
        Assert.Equal(said, Assert.Throws<PageFormatException>(() => Read(text)).Message);

    private static LiveMetrics Read(string text) => MetricsPage.Read(new SourceFile("http://shop/metrics", text), 100);
}
