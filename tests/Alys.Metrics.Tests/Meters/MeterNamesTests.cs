using Alys.Metrics.Meters;
using Alys.Metrics.Naming;

namespace Alys.Metrics.Tests.Meters;

public sealed class MeterNamesTests
{
    private static readonly Dictionary<string, MetricType> Types =
        Enum.GetValues<MetricType>().ToDictionary(type => type.ToString());

    [Theory]
    [InlineData("http.request.duration", "s", nameof(MetricType.Histogram), "http_request_duration_seconds")]
    [InlineData("dotnet.gc.collections", "{collection}", nameof(MetricType.Counter), "dotnet_gc_collections_total")]
    [InlineData("requests_total", null, nameof(MetricType.Counter), "requests_total")]
    [InlineData("wait_seconds", "s", nameof(MetricType.Counter), "wait_seconds_total")]
    [InlineData("2nd", null, nameof(MetricType.Gauge), "_2nd")]
    [InlineData("a--b", null, nameof(MetricType.Gauge), "a_b")]
    [InlineData("größe", null, nameof(MetricType.Gauge), "gr_e")]
    [InlineData("---", "s", nameof(MetricType.Gauge), "")]
    [InlineData("_total", null, nameof(MetricType.Counter), "")]
    public void A_family_has_a_name_that_Prometheus_takes(
        string instrument, string? unit, string type, string family) =>
        Assert.Equal(family, MeterNames.Family(instrument, unit, Types[type]));

    [Theory]
    [InlineData("http.route", "http_route")]
    [InlineData("a__b", "a__b")]
    [InlineData("a..b", "a_b")]
    [InlineData("1st", "_1st")]
    [InlineData("", "_")]
    [InlineData(null, "_")]
    [InlineData("__name__", "exported___name__")]
    [InlineData("le", "le")]
    public void A_tag_becomes_a_label_that_Prometheus_takes(string? key, string label) =>
        Assert.Equal(label, MeterNames.Label(key, MetricType.Counter));

    [Fact]
    public void A_histograms_own_label_is_not_taken_by_a_tag() =>
        Assert.Equal("exported_le", MeterNames.Label("le", MetricType.Histogram));
}
