using Alys.Checks.Catalogs;
using Alys.Checks.Tests.Cases;
using Alys.PromQL.Inference;

namespace Alys.Checks.Tests.Catalogs;

public sealed class KnownMetricsTests
{
    [Fact]
    public void The_catalog_counts_for_more_than_others_and_a_rule_for_more_than_it()
    {
        KnownMetrics known = new(
            [.. CaseCatalog.Parse("a gauge : Own.\nb gauge : Own.")],
            ForeignMetrics.Parse("a counter\nc counter"),
            [new MetricFamily { Name = "b", Kind = MetricKind.Unknown }]);
        Assert.Equal(
            (MetricKind.Gauge, MetricKind.Unknown, MetricKind.Counter, null),
            (known.Find("a")?.Kind, known.Find("b")?.Kind, known.Find("c")?.Kind, known.Find("d")?.Kind));
        Assert.Equal(["a", "b", "c"], known.Names.Order(StringComparer.Ordinal));
    }
}
