using Alys.Checks.Catalogs;
using Alys.Checks.Reading;
using Alys.Checks.Sources;
using Alys.Checks.Subjects;
using Alys.Checks.Usage;

namespace Alys.Checks.Tests.Usage;

public sealed class MetricUsesTests
{
    private static readonly Subject Subject = SubjectReader.Read(
        [
            new SourceFile(
                "rules/case.yml",
                """
                groups:
                  - name: case
                    rules:
                      - alert: Slow
                        expr: rate(alys_block_production_duration_seconds_sum[5m]) > 1
                      - record: a:b:c
                        expr: rate(alys_block_production_duration_seconds_bucket[5m])
                """),
            new SourceFile(
                "dashboards/case.json",
                """
                {"uid": "case", "panels": [{"targets": [{"expr": "alys_sync_state"}]}]}
                """),
            new SourceFile("docs/runbooks/Slow.md", "```promql\nalys_sync_state\n```\n"),
        ],
        NodeCatalog.Read(), []);

    [Fact]
    public void A_histogram_is_used_by_any_of_its_series() =>
        Assert.Equal(["Slow", "a:b:c"], Of("alys_block_production_duration_seconds").Rules);

    [Fact]
    public void Dashboards_and_runbooks_are_named()
    {
        MetricUses uses = Of("alys_sync_state");
        Assert.Empty(uses.Rules);
        Assert.Equal(["case"], uses.Dashboards);
        Assert.Equal(["Slow"], uses.Runbooks);
    }

    [Fact]
    public void A_metric_may_be_used_nowhere()
    {
        MetricUses uses = Of("alys_peer_count");
        Assert.Empty(uses.Rules.Concat(uses.Dashboards).Concat(uses.Runbooks));
    }

    private static MetricUses Of(string name) =>
        MetricUses.Of(Subject.Metrics.Own.Single(metric => metric.Family.Name == name), Subject);
}
