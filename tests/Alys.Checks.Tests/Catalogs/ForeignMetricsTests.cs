using Alys.Checks.Catalogs;
using Alys.PromQL.Inference;

namespace Alys.Checks.Tests.Catalogs;

public sealed class ForeignMetricsTests
{
    [Fact]
    public void A_line_is_name_type_and_labels()
    {
        MetricFamily[] families =
            [.. ForeignMetrics.Parse("# a comment\na_seconds_total counter b,c\r\n\n  d  gauge \ne\nf nonsense\n")];
        Assert.Equal(["a_seconds_total", "d", "e", "f"], families.Select(family => family.Name));
        Assert.Equal(
            [MetricKind.Counter, MetricKind.Gauge, MetricKind.Unknown, MetricKind.Unknown],
            families.Select(family => family.Kind));
        Assert.Equal(["b", "c"], families[0].Labels.Select(label => label.Name));
        Assert.All(families, family => Assert.True(family.HasOtherLabels));
        Assert.Equal("seconds", families[0].Unit);
    }

    [Fact]
    public void What_Prometheus_makes_itself_is_known()
    {
        string[] names = [.. ForeignMetrics.Read().Select(family => family.Name)];
        Assert.Contains("up", names);
        Assert.Contains("ALERTS", names);
    }

    [Theory]
    [InlineData("node_md_disks")]
    [InlineData("node_hwmon_temp_celsius")]
    [InlineData("node_systemd_unit_state")]
    [InlineData("alertmanager_cluster_members")]
    public void So_is_what_is_seen_on_other_machines(string name) =>
        Assert.Contains(name, ForeignMetrics.Read().Select(family => family.Name));
}
