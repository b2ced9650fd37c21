using Alys.Checks.Documents;
using Alys.Checks.Subjects;
using Alys.PromQL.Inference;

namespace Alys.Checks.Routes;

/// <summary>The labels that an alert has when it comes to Alertmanager.</summary>
/// <param name="Name">The alert.</param>
/// <param name="Labels">What is known of them.</param>
internal sealed record AlertLabels(string Name, LabelFacts Labels)
{
    /// <summary>Those of a rule: what its expression leaves and what it adds.</summary>
    public static AlertLabels Of(Rule rule)
    {
        LabelFacts labels = rule.Expression.Facts?.Result.Labels ?? LabelFacts.Anything;
        return new AlertLabels(rule.Name, labels.With(
        [
            ("__name__", LabelFact.Never),
            .. rule.Labels.Select(entry => (entry.Key.Value, Fact(entry.Value))),
            ("alertname", new LabelFact(LabelPresence.Sure, [rule.Name])),
        ]));
    }

    // A template's value is known when it fires.
    private static LabelFact Fact(DocumentNode value) =>
        value is ScalarNode scalar && !scalar.Value.Contains("{{", StringComparison.Ordinal)
            ? new LabelFact(LabelPresence.Sure, [scalar.Value]) : LabelFact.Sure;
}
