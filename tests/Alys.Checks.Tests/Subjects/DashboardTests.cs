using Alys.Checks.Subjects;
using Alys.Checks.Tests.Fixtures;

namespace Alys.Checks.Tests.Subjects;

public sealed class DashboardTests
{
    [Fact]
    public void What_it_is_called_and_asks_is_known()
    {
        Dashboard dashboard = Assert.Single(Given.Subject("a.json", """
            {"uid": "x", "templating": {"list": [{"name": "v", "type": "query", "query": "label_values(up, job)"}]},
             "annotations": {"list": [{"expr": "b"}]}, "panels": [{"title": "t", "targets": [{"expr": "a"}]}]}
            """).Dashboards);
        Assert.Equal("x", dashboard.Uid);
        Assert.Equal("v", Assert.Single(dashboard.Variables).Text("name"));
        Assert.Equal(["a", "b", "up"], dashboard.Queries.Select(query => query.Text));
    }

    [Fact]
    public void A_problem_of_it_is_about_the_whole_file()
    {
        Dashboard dashboard = Assert.Single(Given.Subject("a.json", """{"uid": "x", "panels": []}""").Dashboards);
        Problem problem = dashboard.Problem("a/b", dashboard.Node["uid"]!, "m", "h");
        Assert.Equal((9, dashboard.Document.Span), (problem.Where.Column, problem.Element));
    }
}
