using Alys.Checks.Sources;
using Alys.Checks.Subjects;
using Alys.Checks.Tests.Fixtures;

namespace Alys.Checks.Tests.Reading;

public sealed class RuleManifestsTests
{
    private const string Manifests = """
        apiVersion: monitoring.coreos.com/v1
        kind: PrometheusRule
        metadata: {name: a}
        spec:
          groups:
            - name: a
              rules:
                - record: a:b
                  expr: sum(up)
        ---
        kind: Service
        ---
        kind: PrometheusRule
        spec:
          groups:
            - name: b
              rules:
                - alert: B
                  expr: alys_nothing
        """;

    private const string Rules =
        "groups: [{name: a, rules: [{record: a:b, expr: sum(up)}, {alert: B, expr: alys_nothing}]}]";

    [Fact]
    public void All_manifests_of_a_file_are_read() => Assert.Equal(
        [("a:b", false), ("B", true)],
        Given.Subject("a.yml", Manifests).Rules.Select(rule => (rule.Name, rule.IsAlert)));

    [Fact]
    public void A_problem_is_where_it_stands() => Assert.Equal(
        "a.yml:19:17",
        Assert.Single(Given.Problems([new SourceFile("a.yml", Manifests)], "promql/unknown-metric")).Where.ToString());

    [Fact]
    public void A_copy_of_rules_is_judged_where_they_stand() => Assert.Equal(
        "rules/a.yml",
        Assert.Single(Read(Rules).RuleFiles).File.Path);

    [Theory]
    [InlineData("alys_nothing", "alys_other")]
    [InlineData("alert: B", "record: B")]
    [InlineData("alert: B", "alert: B, for: 5m")]
    public void What_is_more_than_a_copy_is_judged_as_well(string rule, string other) => Assert.Equal(
        ["rules/a.yml", "kubernetes/a.yml"],
        Read(Rules.Replace(rule, other, StringComparison.Ordinal)).RuleFiles.Select(file => file.File.Path));

    private static Subject Read(string rules) =>
        Given.Subject(new SourceFile("kubernetes/a.yml", Manifests), new SourceFile("rules/a.yml", rules));
}
