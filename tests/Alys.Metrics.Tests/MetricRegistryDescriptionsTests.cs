namespace Alys.Metrics.Tests;

public sealed class MetricRegistryDescriptionsTests
{
    [Fact]
    public void A_metric_is_described_whether_it_has_samples_or_not()
    {
        var registry = new MetricRegistry();
        registry.Gauge("absent_bytes", "A size.", initial: null);
        registry.HistogramFamily<DayOfWeek>("work_seconds", "Work.", "day", HistogramBounds.Of(1, 2));
        registry.TextCounterFamily("calls_total", "Calls.", new TextFamilyOptions { Limit = 30 }, "client", "method");
        registry.StateSet<DayOfWeek>("today", "Which day it is.");

        Dictionary<string, MetricDescription> metrics = registry.Describe().ToDictionary(metric => metric.Name);

        Assert.Equal("gauge", metrics["absent_bytes"].Type);
        Assert.Equal("A size.", metrics["absent_bytes"].Help);
        Assert.Equal([1, 2], metrics["work_seconds"].Bounds);
        Assert.Equal("saturday", Assert.Single(metrics["work_seconds"].Labels).Values![^1]);
        Assert.All(metrics["calls_total"].Labels, label => Assert.Null(label.Values));
        Assert.Equal(1, metrics["absent_bytes"].MostSeries);
        Assert.Equal(7 * 5, metrics["work_seconds"].MostSeries);
        Assert.Equal(31, metrics["calls_total"].MostSeries);
        Assert.Equal(7, metrics["today"].MostSeries);
        Assert.Equal("today", Assert.Single(metrics["today"].Labels).Name);
        Assert.Contains("alys_metrics_series", metrics);
    }
}
