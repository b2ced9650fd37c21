using Alys.Checks.Reading;
using Alys.Checks.Subjects;
using Alys.Checks.Tests.Fixtures;

namespace Alys.Checks.Tests.Reading;

public sealed class TargetLabelsTests
{
    [Theory]
    [InlineData("static_configs: [{targets: [a], labels: {stage: test, __scheme__: https}}]", "stage")]
    [InlineData("relabel_configs: [{target_label: region}, {target_label: __address__}]", "region")]
    [InlineData("metric_relabel_configs: [{target_label: shard}]", "shard")]
    [InlineData("relabel_configs: [{target_label: job}]", "")]
    [InlineData("relabel_configs: [{action: labeldrop, regex: a}]", "")]
    [InlineData("kubernetes_sd_configs: [{role: pod}]", "")]
    public void A_configuration_names_labels_beside_job_and_instance(string job, string names)
    {
        TargetLabels labels = Of($"scrape_configs: [{{job_name: a, {job}}}]", isOperated: true);
        Assert.Equal(
            ["job", "instance", .. names.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
            labels.All.Select(label => label.Name));
        Assert.False(labels.IsOpen);
    }

    [Theory]
    [InlineData("{action: labelmap, regex: __meta_kubernetes_pod_label_(.+)}")]
    [InlineData("{source_labels: [a], target_label: b_$1}")]
    public void There_may_be_any_label_where_labels_are_made_of_others(string relabelling) =>
        Assert.True(Of($"scrape_configs: [{{job_name: a, relabel_configs: [{relabelling}]}}]", false).IsOpen);

    [Theory]
    [InlineData(true, 7)]
    [InlineData(false, 2)]
    public void The_operator_says_where_a_pod_runs(bool isOperated, int count) =>
        Assert.Equal(count, TargetLabels.Of([], [], isOperated).All.Count);

    [Fact]
    public void A_manifest_may_ask_for_what_the_operator_adds()
    {
        const string Rule = "{alert: A, expr: 'sum by (namespace) (alys_peer_count{pod=\"a\"}) > 1'}";
        Assert.NotEmpty(Given.Problems(
            [new("a.yml", $"groups: [{{name: a, rules: [{Rule}]}}]")], "promql/unknown-label"));
        Assert.Empty(Given.Problems(
            [new("a.yml", $"kind: PrometheusRule\nspec: {{groups: [{{name: a, rules: [{Rule}]}}]}}")],
            "promql/unknown-label"));
    }

    private static TargetLabels Of(string config, bool isOperated)
    {
        Subject subject = Given.Subject("p.yml", config);
        return TargetLabels.Of(subject.PrometheusConfigs, subject.TargetFiles, isOperated);
    }
}
