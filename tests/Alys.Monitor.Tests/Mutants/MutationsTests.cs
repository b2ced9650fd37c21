using Alys.Monitor.Tests.Rules;

namespace Alys.Monitor.Tests.Mutants;

public sealed class MutationsTests
{
    private const string Rules =
        """
        groups:
          - name: g
            rules:
              - record: a:b:c
                expr: 'sum by (x, y) (rate(m{a="1", b!~"[5m] > 2"}[5m]))'
              # Of an alert.
              - alert: A
                expr: |-
                  a:b:c >= 20
                  and on (x) changes(n[1h] offset 1m) == 0
                for: 5m
                labels:
                  severity: info

        """;

    [Fact]
    public void A_rule_has_a_mutant_for_each_thing_that_can_be_wrong()
    {
        RuleFileText file = RuleFileText.Read("f.yml", Rules);
        Assert.Equal(
            [
                "a:b:c Function: sum -> max", "a:b:c Label: x, -> nothing", "a:b:c Label: , y -> nothing",
                "a:b:c Function: rate -> increase", "a:b:c Matcher: a=…, -> nothing",
                "a:b:c Matcher: , b!~… -> nothing", "a:b:c Range: 5m -> 150s", "a:b:c Range: 5m -> 600s",
                "A Comparator: >= -> <", "A Limit: >= -> >", "A Number: 20 -> 10", "A Number: 20 -> 40",
                "A SetOperator: and -> or", "A SetOperator: and -> unless", "A Label: x -> nothing",
                "A Function: changes -> resets", "A Range: 1h -> 1800s", "A Range: 1h -> 7200s",
                "A Range: 1m -> 30s", "A Range: 1m -> 120s", "A Comparator: == -> !=", "A Number: 0 -> -1",
                "A Number: 0 -> 1", "A For: for: 5m -> nothing",
            ],
            Mutations.Of(file).Select(mutant => mutant.Id));
    }

    [Fact]
    public void A_mutant_is_the_rule_with_one_change()
    {
        Mutant[] mutants = [.. Mutations.Of(RuleFileText.Read("f.yml", Rules))];
        string rule = mutants[^1].Rule.Text;
        Assert.Equal(rule.Replace("        for: 5m\n", "", StringComparison.Ordinal), mutants[^1].Text);
        Assert.Equal(rule.Replace(">= 20", "< 20", StringComparison.Ordinal),
            mutants.Single(mutant => mutant.Id == "A Comparator: >= -> <").Text);
    }
}
