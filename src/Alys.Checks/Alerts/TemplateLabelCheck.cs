using Alys.Checks.Documents;
using Alys.Checks.Queries;
using Alys.Checks.Subjects;
using Alys.PromQL.Inference;

namespace Alys.Checks.Alerts;

/// <summary>A label in a text that the result does not have: the text has a hole there.</summary>
public sealed class TemplateLabelCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "alert/template-label";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return from rule in subject.Alerts
               let labels = rule.Expression.Facts?.Result.Labels
               where labels is not null
               from entry in rule.Annotations.Concat(rule.Labels)
               let text = entry.Value as ScalarNode
               where text is not null
               from label in Templates.Labels(text.Value)
               where labels[label.Name].Presence == LabelPresence.Never
               select new Problem(
                   Id, text.File.At(text.InFile(label.Span)),
                   $"the result of {rule.Name} has no label {label.Name}", LabelWords.Has(labels))
               {
                   Element = rule.Node.Span,
               };
    }
}
