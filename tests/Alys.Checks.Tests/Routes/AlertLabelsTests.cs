using Alys.Checks.Routes;
using Alys.Checks.Tests.Fixtures;
using Alys.PromQL.Inference;

namespace Alys.Checks.Tests.Routes;

public sealed class AlertLabelsTests
{
    [Fact]
    public void Labels_come_from_the_expression_the_rule_and_the_alert()
    {
        AlertLabels labels = AlertLabels.Of(Given.Alert(
            "sum by (job) (up) == 0", "        labels: {severity: page, where: 'at {{ $labels.job }}'}\n"));
        Assert.Equal("Case", labels.Name);
        Assert.Equal(["Case"], labels["alertname"].Values);
        Assert.Equal(["page"], labels["severity"].Values);
        Assert.Equal(LabelFact.Sure, labels["where"]);
        Assert.NotEqual(LabelPresence.Never, labels["job"].Presence);
        Assert.Equal(LabelPresence.Never, labels["instance"].Presence);
        Assert.Equal(LabelPresence.Never, labels["__name__"].Presence);
    }

    [Fact]
    public void Of_an_expression_that_is_none_all_is_possible() =>
        Assert.Equal(LabelPresence.Possible, AlertLabels.Of(Given.Alert("sum("))["job"].Presence);
}
