using Alys.Monitor.Drills;
using Alys.Monitor.Stack;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.Drills;

public sealed class RuleWaitsTests
{
    private static readonly string[] Rules = [Resources.Text("rules/meta.yml"), Resources.Text("rules/sync.yml")];

    [Theory]
    [InlineData("TargetDown", "critical", 60)]
    [InlineData("TargetDown", "warning", 300)]
    [InlineData("SyncFailed", "critical", 0)]
    [InlineData("SyncSlow", "warning", 600)]
    public void An_alert_waits_as_its_rule_says(string alert, string severity, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RuleWaits.Of(Rules, alert, severity));

    [Fact]
    public void All_alerts_are_found()
    {
        string[] all = [.. StageRules.Render(Scenes.All[0]).Values];
        Assert.All(ShippedAlerts.All, alert => RuleWaits.Of(all, alert.Name, alert.Severity));
        Assert.Throws<ArgumentException>(() => RuleWaits.Of(Rules, "None", "critical"));
    }
}
