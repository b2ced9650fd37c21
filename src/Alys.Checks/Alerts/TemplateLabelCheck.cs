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
        return from text in RuleTexts.Of(subject)
               let labels = text.Rule.Expression.Facts?.Result.Labels
               where labels is not null
               from label in text.Template.Labels
               where labels[label.Name].Presence == LabelPresence.Never
               select new Problem(
                   Id, text.Text.File.At(text.Text.InFile(label.Span)),
                   $"the result of {text.Rule.Name} has no label {label.Name}", LabelWords.Has(labels))
               {
                   Element = text.Rule.Node.Span,
               };
    }
}
