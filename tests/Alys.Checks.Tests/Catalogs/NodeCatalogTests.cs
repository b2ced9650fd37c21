using Alys.Checks.Catalogs;
using Alys.PromQL.Inference;

namespace Alys.Checks.Tests.Catalogs;

public sealed class NodeCatalogTests
{
    private static readonly IReadOnlyList<CatalogMetric> All = NodeCatalog.Read();

    [Fact]
    public void Each_metric_is_there_once_in_the_order_of_the_names() => Assert.Equal(
        All.Select(metric => metric.Family.Name).Distinct().Order(StringComparer.Ordinal),
        All.Select(metric => metric.Family.Name));

    [Theory]
    [InlineData("alys_migration_errors_total", MetricKind.Counter, null)]
    [InlineData("alys_sync_state", MetricKind.Gauge, null)]
    [InlineData("alys_memory_usage_bytes", MetricKind.Gauge, "bytes")]
    [InlineData("alys_block_production_duration_seconds", MetricKind.Histogram, "seconds")]
    public void Kind_and_unit_are_those_of_the_code(string name, MetricKind kind, string? unit)
    {
        MetricFamily family = All.Single(metric => metric.Family.Name == name).Family;
        Assert.Equal((kind, unit), (family.Kind, family.Unit));
        Assert.Equal(kind == MetricKind.Histogram, family.Bounds is { Count: > 3 });
    }

    [Fact]
    public void A_closed_label_has_all_its_values() => Assert.Contains(
        All, metric => metric.Family.Labels.Any(label => label.Values is { Count: > 2 }));

    [Theory]
    [InlineData("a_seconds", "seconds")]
    [InlineData("a_bytes_total", "bytes")]
    [InlineData("a_total", null)]
    [InlineData("seconds", null)]
    [InlineData("a_kilobytes", null)]
    public void The_unit_is_what_a_name_ends_in(string name, string? unit) =>
        Assert.Equal(unit, NodeCatalog.UnitOf(name));
}
