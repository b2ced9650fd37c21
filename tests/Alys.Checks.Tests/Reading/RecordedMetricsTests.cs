using Alys.Checks.Tests.Fixtures;
using Alys.PromQL.Inference;

namespace Alys.Checks.Tests.Reading;

/// <summary>What a rule records is known as far as its expression tells.</summary>
public sealed class RecordedMetricsTests
{
    [Fact]
    public void Labels_kind_and_unit_are_those_of_the_expression()
    {
        MetricFamily family = Read("{record: r, expr: 'sum by (job) (alys_memory_usage_bytes)'}");
        Assert.Equal(["job"], family.Labels.Select(label => label.Name));
        Assert.Equal((MetricKind.Gauge, "bytes", false, false),
            (family.Kind, family.Unit, family.HasOtherLabels, family.HasTargetLabels));
    }

    [Fact]
    public void A_rate_is_no_counter_and_a_selector_passes_one_on()
    {
        Assert.Equal(MetricKind.Gauge, Read("{record: r, expr: 'rate(alys_migration_errors_total[5m])'}").Kind);
        Assert.Equal(MetricKind.Counter, Read("{record: r, expr: alys_migration_errors_total}").Kind);
        Assert.Equal(MetricKind.Gauge, Read("{record: r, expr: sum(alys_migration_errors_total)}").Kind);
    }

    [Fact]
    public void Labels_that_the_rule_adds_are_there_with_their_value()
    {
        MetricFamily family = Read("{record: r, expr: sum(up), labels: {a: b}}");
        MetricLabel label = Assert.Single(family.Labels);
        Assert.Equal(("a", "b"), (label.Name, Assert.Single(label.Values!)));
    }

    [Fact]
    public void A_rule_may_use_what_a_later_one_records() => Assert.Equal(
        ["job"],
        Read("{record: r, expr: max by (job) (s)}, {record: s, expr: 'sum by (job, instance) (up)'}")
            .Labels.Select(label => label.Name));

    [Fact]
    public void Of_rates_of_buckets_the_histogram_is_known_as_long_as_le_is_there()
    {
        const string rate = "rate(alys_rpc_request_duration_seconds_bucket[5m])";
        Assert.Equal(
            "alys_rpc_request_duration_seconds",
            Read($"{{record: r, expr: sum by (le) (s)}}, {{record: s, expr: '{rate}'}}").BucketsOf?.Name);
        Assert.Null(Read($"{{record: r, expr: 'sum by (job) ({rate})'}}").BucketsOf);
        Assert.Null(Read("{record: r, expr: 'rate(alys_rpc_request_duration_seconds_count[5m])'}").BucketsOf);
    }

    [Theory]
    [InlineData("{record: r, expr: 'sum('}")]
    [InlineData("{record: r, expr: sum(up)}, {record: r, expr: up}")]
    [InlineData("{record: r, expr: r}")]
    public void Of_what_cannot_be_known_all_is_possible(string rules)
    {
        MetricFamily family = Read(rules);
        Assert.True(family.HasOtherLabels);
        Assert.Equal(MetricKind.Unknown, family.Kind);
    }

    private static MetricFamily Read(string rules) =>
        Given.Subject("a.yml", $"groups: [{{rules: [{rules}]}}]").Metrics.Find("r")!;
}
