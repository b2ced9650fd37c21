using Alys.Checks.Subjects;
using Alys.Checks.Tests.Fixtures;

namespace Alys.Checks.Tests.Subjects;

public sealed class AlertmanagerConfigTests
{
    [Fact]
    public void A_route_comes_before_those_below_it()
    {
        AlertmanagerConfig config = Assert.Single(Given.Subject("a.yml", """
            route: {receiver: a, routes: [{receiver: b, routes: [{receiver: c}]}, {receiver: d}]}
            receivers: [{name: a}]
            inhibit_rules: [{equal: [x]}]
            """).AlertmanagerConfigs);
        Assert.Equal(
            ["a", "b", "c", "d"],
            AlertmanagerConfig.WithChildren(config.Route!).Select(route => route.Text("receiver")));
        Assert.Equal("a", Assert.Single(config.Receivers).Text("name"));
        Assert.Single(config.Inhibitions);
    }
}
