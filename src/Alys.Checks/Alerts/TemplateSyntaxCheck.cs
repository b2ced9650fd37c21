using Alys.Checks.Subjects;

namespace Alys.Checks.Alerts;

/// <summary>A text that is no template: Prometheus does not load the file, or shows the error in place of the text.
/// </summary>
public sealed class TemplateSyntaxCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "alert/template-syntax";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return from text in RuleTexts.Of(subject)
               let error = text.Template.Error
               where error is not null
               select new Problem(Id, text.Text.File.At(text.Text.InFile(error.Span)), error.Message, error.Help)
               {
                   Element = text.Rule.Node.Span,
               };
    }
}
