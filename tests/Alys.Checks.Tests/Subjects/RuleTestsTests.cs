using Alys.Checks.Subjects;
using Alys.Checks.Tests.Fixtures;

namespace Alys.Checks.Tests.Subjects;

public sealed class RuleTestsTests
{
    [Fact]
    public void An_alert_is_expected_to_fire_or_to_be_silent()
    {
        RuleTests tests = Assert.Single(Given.Subject("tests/a_test.yml", """
            tests:
              - alert_rule_test:
                  - {alertname: A, eval_time: 5m, exp_alerts: [{exp_labels: {a: b}}]}
                  - {alertname: B, eval_time: 5m, exp_alerts: []}
                  - {alertname: C, eval_time: 5m}
                  - {eval_time: 5m}
              - promql_expr_test: []
            """).RuleTests);
        Assert.Equal(["A"], tests.Firing);
        Assert.Equal(["B", "C"], tests.Silent);
    }
}
