using Alys.Monitor.Drills;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Drills;

public sealed class ScenesTests
{
    private static IEnumerable<ExpectedAlert> Expected =>
        Scenes.All.SelectMany(scene => scene.Drills).SelectMany(drill => drill.Alerts);

    [Fact]
    public void Every_alert_is_drilled_or_it_is_said_why_not()
    {
        string[] known = [.. Expected.Select(alert => alert.Name).Concat(Scenes.Exceptions.Keys).Distinct().Order()];
        Assert.Equal(ShippedAlerts.All.Select(alert => alert.Name).Distinct().Order(), known);
    }

    [Fact]
    public void An_alert_with_two_severities_is_drilled_with_each() => Assert.All(
        ShippedAlerts.All.GroupBy(alert => alert.Name).Where(alerts => alerts.Count() > 1), alerts => Assert.Equal(
            alerts.Select(alert => alert.Severity).Order(),
            Expected.Where(alert => alert.Name == alerts.Key).Select(alert => alert.Labels["severity"]).Order()));

    [Fact]
    public void No_alert_is_drilled_twice() => Assert.All(
        Expected.GroupBy(alert => (alert.Name, alert.Labels.GetValueOrDefault("severity"))),
        alerts => Assert.Single(alerts));

    [Fact]
    public void No_alert_is_both_drilled_and_excepted_and_each_exception_has_a_reason() => Assert.All(
        Scenes.Exceptions, exception =>
        {
            Assert.DoesNotContain(Expected, alert => alert.Name == exception.Key);
            Assert.NotEmpty(exception.Value);
        });

    [Fact]
    public void What_a_drill_needs_is_on_its_stage() => Assert.All(Scenes.All, scene =>
    {
        string[] nodes = [.. scene.Nodes.Select(node => node.Name)];
        Assert.Distinct(nodes);
        Assert.All(scene.Drills.SelectMany(drill => drill.Trouble.Nodes), node => Assert.Contains(node, nodes));
        Assert.All(
            scene.Nodes.Where(node => node.ComparesWith is not null),
            node => Assert.Contains(node.ComparesWith, nodes));
    });
}
