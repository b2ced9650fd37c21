using Alys.Checks.Subjects;
using Alys.Checks.Templating;

namespace Alys.Checks.Alerts;

/// <summary>A function in a text that Prometheus does not have: it does not load the file.</summary>
public sealed class TemplateFunctionCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "alert/template-function";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return from text in RuleTexts.Of(subject)
               from function in text.Template.Functions
               where !TemplateWords.Functions.Contains(function.Name)
               select new Problem(
                   Id, text.Text.File.At(text.Text.InFile(function.Span)),
                   $"templates of Prometheus have no function {function.Name}",
                   Near.Sentence(function.Name, TemplateWords.Functions))
               {
                   Element = text.Rule.Node.Span,
               };
    }
}
