using Alys.Checks.Documents;
using Alys.Checks.Subjects;
using Alys.PromQL.Inference;

namespace Alys.Checks.Alerts;

/// <summary>A label of an alert that takes the place of one of the result: alerts that differ in nothing else become
/// the same, and then Prometheus fires none of them.</summary>
public sealed class LabelClashCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "alert/label-clash";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return from rule in subject.Alerts
               let labels = rule.Expression.Facts?.Result.Labels
               where labels is not null
               from entry in rule.Labels
               where IsFixed(entry.Value)
               where Differs(labels[entry.Key.Value])
               select rule.Problem(
                   Id, entry.Key,
                   $"the label {entry.Key.Value} of {rule.Name} takes the place of that of its result",
                   "Alerts that differ in it only become the same, and none fires: name one of the two another way.");
    }

    // A template may pass on what the result says.
    private static bool IsFixed(DocumentNode value) =>
        value is ScalarNode text && !text.Value.Contains("{{", StringComparison.Ordinal);

    // What is always there and has one value only tells no alert from another.
    private static bool Differs(LabelFact fact) =>
        fact.Presence == LabelPresence.Sure && fact.Values is not { Count: 1 };
}
