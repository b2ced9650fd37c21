using Alys.Checks.Reading;
using Alys.Checks.Sources;
using Alys.Checks.Subjects;
using Alys.Checks.Tests.Fixtures;
using Alys.PromQL;

namespace Alys.Checks.Tests.Reading;

public sealed class SubjectReaderTests
{
    [Theory]
    [InlineData("a.yml", "groups: []", "rules")]
    [InlineData("a.yaml", "groups: []", "rules")]
    [InlineData("alys.rules", "groups: []", "rules")]
    [InlineData("a.yml", "rule_files: []\ntests: []", "tests")]
    [InlineData("a.yml", "tests: [{input_series: []}]", "tests")]
    [InlineData("a.yml", "tests: [{promql_expr_test: []}]", "tests")]
    [InlineData("a.yml", "suite: chart\ntests: [{it: works, asserts: []}]", "unknown")]
    [InlineData("a.yml", "apiVersion: 1\ngroups: [{orgId: 1, name: a, rules: [{uid: b, data: []}]}]", "unknown")]
    [InlineData("a.yml", "scrape_configs: []", "prometheus")]
    [InlineData("a.yml", "rule_files: [a.yml]", "prometheus")]
    [InlineData("a.yml", "remote_read: [{url: http://a}]", "prometheus")]
    [InlineData("a.yml", "global: {external_labels: {a: b}}", "prometheus")]
    [InlineData("a.yml", "alerting: {alert_relabel_configs: []}", "prometheus")]
    [InlineData("a.yml", "positions: {filename: a}\nscrape_configs: []", "unknown")]
    [InlineData("a.yml", "clients: [{url: http://a}]\nscrape_configs: []", "unknown")]
    [InlineData("a.yml", "scrape_confgs: []\nglobal: {scrape_interval: 15s}", "prometheus")]
    [InlineData("a.yml", "scrape_confgs: []\nalerting: {alertmanagers: []}", "prometheus")]
    [InlineData("a.yml", "route: {}\nreceivers: []", "alertmanager")]
    [InlineData("a.yml", "route: {}", "alertmanager")]
    [InlineData("a.yml", "receivers: []", "alertmanager")]
    [InlineData("a.yml", "receivers: {otlp: {}}\nexporters: {debug: {}}\nservice: {}", "unknown")]
    [InlineData("a.yml", "datasources: []", "provisioning")]
    [InlineData("a.yml", "providers: []", "provisioning")]
    [InlineData("a.yml", "diagnostic: {}", "diagnostics")]
    [InlineData("a.yml", "- targets: []", "targets")]
    [InlineData("a.json", "[{\"targets\": [\"a:1\"]}]", "targets")]
    [InlineData("a.json", "{\"panels\": []}", "dashboard")]
    [InlineData("a.json", "{\"rows\": [{\"panels\": []}]}", "dashboard")]
    [InlineData("a.json", "{\"rows\": [{\"a\": 1}]}", "unknown")]
    [InlineData("a.json", "{\"dashboard\": {\"panels\": []}}", "dashboard")]
    [InlineData("runbooks/A.md", "# A", "runbook")]
    [InlineData("a.yml", "kind: PrometheusRule\nspec: {groups: []}", "rules")]
    [InlineData("runbooks/README.md", "# A", "unknown")]
    [InlineData("a.md", "# A", "unknown")]
    [InlineData("a.json", "[]", "unknown")]
    [InlineData("a.json", "{\"panels\": {}}", "unknown")]
    [InlineData("a.json", "{\"title\": \"t\", \"panels\": {}}", "unreadable")]
    [InlineData("a.json", "{\"dashboard\": {\"uid\": \"u\", \"panels\": null}}", "unreadable")]
    [InlineData("a.json", "{\"title\": \"t\"}", "unknown")]
    [InlineData("a.yml", "a: b", "unknown")]
    [InlineData("a.yml", "groups: 3", "rules")]
    [InlineData("a.yml", "kind: PrometheusRule\nspec: {groups: 3}", "rules")]
    [InlineData("a.yml", "kind: PrometheusRule\nspec: {}", "unknown")]
    [InlineData("a.yml", "- a", "unknown")]
    [InlineData("a.yml", "just a text", "unknown")]
    [InlineData("a.yml", "", "unknown")]
    [InlineData("a.json", "", "unreadable")]
    [InlineData("a.yml", "a: [", "unreadable")]
    public void What_a_file_is_is_seen_in_it(string path, string text, string kind) =>
        Assert.Equal(kind, string.Join(' ', Kinds(Given.Subject(path, text))));

    [Fact]
    public void Odd_values_in_the_place_of_others_are_passed_over()
    {
        string rules = "groups: [1, {rules: 2}, {rules: [3, {}, {alert: A}, {expr: up}, {alert: [], expr: up}, "
            + "{alert: B, expr: [up]}, {alert: C, expr: up, labels: 4, annotations: [5], for: {}}]}]";
        Rule rule = Assert.Single(Given.Subject("a.yml", rules).Rules);
        Assert.Equal(("C", null, 0), (rule.Name, rule.For, rule.Labels.Count()));
        Assert.NotEmpty(Given.Problems([rule.Node.File]));
    }

    [Fact]
    public void A_query_that_is_none_has_no_facts_and_the_others_have()
    {
        Subject subject = Given.Subject(
            "a.yml", "groups: [{rules: [{alert: A, expr: 'up =='}, {alert: B, expr: up}]}]");
        Assert.Equal([false, true], subject.Queries.Select(query => query.Facts is not null));
    }

    [Theory]
    [InlineData("a.yml", "groups: [{rules: [{alert: A, expr: 'rate(up[300]) > 0'}]}]")]
    [InlineData("a.yml", "kind: PrometheusRule\nspec: {groups: [{rules: [{alert: A, expr: 'rate(up[300]) > 0'}]}]}")]
    [InlineData("a.json", "{\"panels\": [{\"targets\": [{\"expr\": \"rate(up{job=\\\"$job\\\"}[300])\"}]}]}")]
    [InlineData("runbooks/A.md", "```promql\nrate(up[300])\n```\n")]
    public void The_PromQL_of_every_kind_of_file_is_the_one_that_is_asked_for(string path, string text)
    {
        SourceFile file = new(path, text);
        Assert.Null(Assert.Single(Given.Subject(file).Queries).Facts);
        Subject three = SubjectReader.Read([file], Given.Catalog, Given.Others, PromQLOptions.Prometheus3);
        Assert.NotNull(Assert.Single(three.Queries).Facts);
    }

    private static IEnumerable<string> Kinds(Subject subject)
    {
        (string Name, int Count)[] kinds =
        [
            ("rules", subject.RuleFiles.Count), ("tests", subject.RuleTests.Count),
            ("prometheus", subject.PrometheusConfigs.Count), ("alertmanager", subject.AlertmanagerConfigs.Count),
            ("provisioning", subject.Provisioning.Count), ("diagnostics", subject.Diagnostics.Count),
            ("targets", subject.TargetFiles.Count), ("dashboard", subject.Dashboards.Count),
            ("runbook", subject.Runbooks.Count), ("unreadable", subject.Unreadable.Count),
            ("unknown", subject.Unknown.Count),
        ];
        return kinds.Where(kind => kind.Count > 0).Select(kind => kind.Name);
    }
}
