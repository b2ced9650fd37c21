using Alys.Checks.Documents;
using Alys.Checks.Subjects;

namespace Alys.Checks.Alerts;

/// <summary>A function in a text that Prometheus does not have: the alert shows an error in place of the text.
/// </summary>
public sealed class TemplateFunctionCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "alert/template-function";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return from rule in subject.Alerts
               from entry in rule.Annotations.Concat(rule.Labels)
               let text = entry.Value as ScalarNode
               where text is not null
               from function in Templates.UnknownFunctions(text.Value)
               select new Problem(
                   Id, text.File.At(text.InFile(function.Span)),
                   $"templates of Prometheus have no function {function.Name}",
                   Templates.NearFunctions(function.Name))
               {
                   Element = rule.Node.Span,
               };
    }
}
