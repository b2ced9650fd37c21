using Alys.Checks.Documents;
using Alys.Checks.Subjects;
using Alys.Checks.Templating;

namespace Alys.Checks.Alerts;

/// <summary>The templates of alerts.</summary>
internal static class RuleTexts
{
    /// <summary>Those in the annotations and labels of all alerts.</summary>
    public static IEnumerable<(Rule Rule, ScalarNode Text, AlertTemplate Template)> Of(Subject subject) =>
        from rule in subject.Alerts
        from entry in rule.Annotations.Concat(rule.Labels)
        let text = entry.Value as ScalarNode
        where text is not null && text.Value.Contains("{{", StringComparison.Ordinal)
        select (rule, text, AlertTemplate.Read(text.Value));
}
