using Alys.Checks.Subjects;
using Alys.Checks.Tests.Fixtures;

namespace Alys.Checks.Tests.Reading;

public sealed class DashboardReaderTests
{
    [Fact]
    public void Panels_in_rows_count_and_rows_do_not() => Assert.Equal(
        ["a", "b"],
        Read("""{"panels": [{"title": "a"}, {"type": "row", "title": "r", "panels": [{"title": "b"}]}]}""")
            .Panels.Select(panel => panel.Title));

    [Fact]
    public void Panels_in_the_rows_of_an_old_dashboard_count() => Assert.Equal(
        ["a", "b"],
        Read("""{"rows": [{"panels": [{"title": "a"}]}, {"collapse": true, "panels": [{"title": "b"}]}]}""")
            .Panels.Select(panel => panel.Title));

    [Fact]
    public void A_wrapped_dashboard_is_read_as_the_one_in_it() =>
        Assert.Equal("x", Read("""{"dashboard": {"uid": "x", "panels": []}}""").Uid);

    [Theory]
    [InlineData("v1beta1", "x")]
    [InlineData("v0alpha1", "x")]
    public void A_resource_of_Grafana_is_read_as_the_one_in_it(string version, string uid)
    {
        Dashboard dashboard = Read($$$"""
            {"apiVersion": "dashboard.grafana.app/{{{version}}}", "kind": "Dashboard", "metadata": {"name": "x"},
             "spec": {"title": "t", "panels": [{"title": "a"}]}}
            """);
        Assert.Equal((uid, "a"), (dashboard.Uid, Assert.Single(dashboard.Panels).Title));
    }

    [Fact]
    public void A_target_without_an_expression_is_passed_over() =>
        Assert.Empty(
            Read("""{"panels": [{"targets": [{"rawSql": "a"}, 1, {"expr": null}, {"expr": {}}, {"expr": " "}]}]}""")
                .Panels[0].Targets);

    [Fact]
    public void What_is_asked_of_Loki_is_no_PromQL()
    {
        const string Source = """ "datasource": {"type": "loki", "uid": "l"}, """;
        Dashboard dashboard = Read($$$"""
            {"panels": [
               { {{{Source}}} "targets": [{"expr": "{app=\"a\"} |= \"b\""}]},
               {"targets": [{ {{{Source}}} "expr": "{app=\"a\"} | json"}, {"expr": "up"}]}],
             "templating": {"list": [
               { {{{Source}}} "type": "query", "query": "label_values({app=\"a\"} | json, app)"}]},
             "annotations": {"list": [{ {{{Source}}} "expr": "{app=\"a\"} | json"}]}}
            """);
        Assert.Equal("up", Assert.Single(dashboard.Queries).Text);
    }

    [Theory]
    [InlineData("label_values(up, job)", "up")]
    [InlineData(" label_values(up{job=~\\\"a|b\\\"}, instance) ", "up{job=~\"a|b\"}")]
    [InlineData("query_result(sum(up) > 0)", "sum(up) > 0")]
    [InlineData("label_values(job)", null)]
    [InlineData("metrics(up)", null)]
    [InlineData("", null)]
    public void A_variable_asks_for_a_selector_or_an_expression(string query, string? expression)
    {
        string[] forms = [$"\"{query}\"", $"{{\"query\": \"{query}\"}}"];
        foreach (string form in forms)
        {
            Dashboard dashboard = Read(
                $$$"""{"panels": [], "templating": {"list": [{"type": "query", "query": {{{form}}}}]}}""");
            Assert.Equal(expression, dashboard.Others.SingleOrDefault()?.Text);
        }
    }

    [Fact]
    public void A_part_of_a_variables_expression_is_where_it_stands()
    {
        Dashboard dashboard = Read(
            """{"panels": [], "templating": {"list": [{"type": "query", "query": "label_values(up, a)"}]}}""");
        Query query = Assert.Single(dashboard.Others);
        Assert.Equal("up", query.Location.Span.Of(query.File.Text));
    }

    private static Dashboard Read(string text) => Given.Subject("a.json", text).Dashboards.Single();
}
