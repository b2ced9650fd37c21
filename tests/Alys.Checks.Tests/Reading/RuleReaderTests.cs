using Alys.Checks.Subjects;
using Alys.Checks.Tests.Fixtures;

namespace Alys.Checks.Tests.Reading;

public sealed class RuleReaderTests
{
    private const string Text = """
        groups:
          - name: a
            rules:
              - record: a:b
                expr: sum(up)
          - name: b
            rules:
              - alert: B
                expr: >-
                  up
                  == 0
                for: 1m30s
                keep_firing_for: 1h
                labels: {severity: critical}
                annotations: {summary: s}
        """;

    [Fact]
    public void All_groups_are_read_in_their_order() => Assert.Equal(
        [("a:b", false), ("B", true)],
        Given.Subject("a.yml", Text).Rules.Select(rule => (rule.Name, rule.IsAlert)));

    [Fact]
    public void What_a_rule_says_is_known()
    {
        Rule rule = Given.Subject("a.yml", Text).Alerts.Single();
        Assert.Equal((TimeSpan.FromSeconds(90), TimeSpan.FromHours(1)), (rule.For, rule.KeepFiringFor));
        Assert.Equal(("critical", "s"), (rule.Label("severity"), rule.Annotation("summary")));
        Assert.Equal((null, null), (rule.Label("x"), rule.Annotation("x")));
        Assert.Equal(("severity", "summary"), (rule.Labels.Single().Key.Value, rule.Annotations.Single().Key.Value));
    }

    [Fact]
    public void A_problem_is_at_the_name_or_the_part_and_about_the_whole_rule()
    {
        Rule rule = Given.Subject("a.yml", Text).Alerts.Single();
        Assert.Equal("a.yml:8:16", rule.Problem("a/b", null, "m", "h").Where.ToString());
        Assert.Equal("a.yml:12:14", rule.Problem("a/b", rule.Node["for"], "m", "h").Where.ToString());
        Assert.Equal(rule.Node.Span, rule.Problem("a/b", null, "m", "h").Element);
        Assert.Equal("a.yml:11:11", rule.Expression.At(new(3, 2)).ToString());
    }
}
