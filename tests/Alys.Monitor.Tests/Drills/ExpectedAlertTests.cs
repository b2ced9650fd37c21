using Alys.Monitor.Drills;

namespace Alys.Monitor.Tests.Drills;

public sealed class ExpectedAlertTests
{
    private static readonly ExpectedAlert Alert =
        ExpectedAlert.Of("ActorStuck", "alys", "a").With("actor_type", "peer");

    [Theory]
    [InlineData(true, "ActorStuck", "a", "peer")]
    [InlineData(false, "ActorDown", "a", "peer")]
    [InlineData(false, "ActorStuck", "b", "peer")]
    [InlineData(false, "ActorStuck", "a", "chain")]
    public void An_alert_is_known_by_its_name_and_the_labels_that_are_asked_for(
        bool fits, string name, string instance, string actor) => Assert.Equal(fits, Alert.Fits(
        new Dictionary<string, string>
        {
            ["alertname"] = name,
            ["job"] = "alys",
            ["instance"] = instance,
            ["actor_type"] = actor,
            ["more"] = "x",
        }));
}
