using Alys.Checks.Documents;
using Alys.Checks.Subjects;
using Alys.PromQL.Inference;

namespace Alys.Checks.Routes;

/// <summary>The labels that an alert has when it comes to Alertmanager: what its expression leaves and what its rule
/// adds.</summary>
internal sealed class AlertLabels
{
    private readonly LabelFacts _ofExpression;
    private readonly Dictionary<string, LabelFact> _added;

    private AlertLabels(string name, LabelFacts ofExpression, Dictionary<string, LabelFact> added)
    {
        Name = name;
        _ofExpression = ofExpression;
        _added = added;
    }

    /// <summary>The alert.</summary>
    public string Name { get; }

    /// <summary>What is known of a label.</summary>
    public LabelFact this[string label] => _added.TryGetValue(label, out LabelFact fact) ? fact : _ofExpression[label];

    /// <summary>Those of all alerts. Prometheus adds its external labels to an alert that lacks them, and its
    /// relabelling of alerts may add more.</summary>
    public static AlertLabels[] Of(Subject subject)
    {
        AlertLabels[] alerts = [.. subject.Alerts.Select(Of)];
        foreach (PrometheusConfig config in subject.PrometheusConfigs)
        {
            foreach (string name in config.ExternalLabels.Concat(config.AlertRelabelled))
            {
                foreach (AlertLabels alert in alerts.Where(alert => alert[name].Presence != LabelPresence.Sure))
                    alert._added[name] = LabelFact.Possible;
            }
        }

        return alerts;
    }

    /// <summary>Those of a rule.</summary>
    public static AlertLabels Of(Rule rule)
    {
        Dictionary<string, LabelFact> added = new(StringComparer.Ordinal);
        foreach (MapEntry entry in rule.Labels) added[entry.Key.Value] = Fact(entry.Value);
        added["alertname"] = new LabelFact(LabelPresence.Sure, [rule.Name]);
        added["__name__"] = LabelFact.Never;
        return new AlertLabels(rule.Name, rule.Expression.Facts?.Result.Labels ?? LabelFacts.Anything, added);
    }

    // A template's value is known when it fires.
    private static LabelFact Fact(DocumentNode value) =>
        value is ScalarNode scalar && !scalar.Value.Contains("{{", StringComparison.Ordinal)
            ? new LabelFact(LabelPresence.Sure, [scalar.Value]) : LabelFact.Sure;
}
