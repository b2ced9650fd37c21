using System.Text.RegularExpressions;
using Alys.Checks.Documents;
using Alys.Checks.Subjects;
using Alys.PromQL;

namespace Alys.Checks.Alerts;

/// <summary>A link of an alert to a runbook, a heading of one, or a dashboard that is not there: whoever is woken
/// stands before an empty page.</summary>
public sealed partial class BrokenLinkCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "alert/broken-link";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return from rule in subject.Alerts
               from annotation in rule.Annotations
               let text = annotation.Value as ScalarNode
               where text is not null
               from problem in Runbooks(rule, text, subject.Runbooks).Concat(Dashboards(rule, text, subject.Dashboards))
               select problem;
    }

    private IEnumerable<Problem> Runbooks(Rule rule, ScalarNode text, IReadOnlyList<Runbook> runbooks)
    {
        if (runbooks.Count == 0) yield break;
        foreach (Match link in RunbookLink().Matches(text.Value))
        {
            Group page = link.Groups["page"];
            Group anchor = link.Groups["anchor"];
            Runbook? runbook = runbooks.FirstOrDefault(one => one.Alert == page.Value);
            // The runbook of its own is asked for by alert/required, the index is no runbook.
            if (runbook is null && page.Value != rule.Name && page.Value != "README")
            {
                yield return Problem(
                    rule, text, page, $"there is no runbook {page.Value}",
                    Near.Sentence(page.Value, runbooks.Select(one => one.Alert)));
            }
            else if (runbook is not null && anchor.Success
                && Headings.Of(runbook.File.Text) is var headings && !headings.Contains(anchor.Value))
            {
                yield return Problem(
                    rule, text, anchor, $"{page.Value}.md has no heading #{anchor.Value}",
                    Near.Sentence(anchor.Value, headings));
            }
        }
    }

    private IEnumerable<Problem> Dashboards(Rule rule, ScalarNode text, IReadOnlyList<Dashboard> dashboards)
    {
        string[] uids = [.. dashboards.Select(dashboard => dashboard.Uid).OfType<string>()];
        if (uids.Length == 0) return [];
        return from link in DashboardLink().Matches(text.Value)
               let uid = link.Groups["uid"]
               where !uids.Contains(uid.Value)
               select Problem(rule, text, uid, $"there is no dashboard {uid.Value}", Near.Sentence(uid.Value, uids));
    }

    private Problem Problem(Rule rule, ScalarNode text, Group part, string message, string help) =>
        new(Id, text.File.At(text.InFile(new SourceSpan(part.Index, part.Length))), message, help)
        {
            Element = rule.Node.Span,
        };

    // A part that a template fills in is not known.
    [GeneratedRegex(@"\bdocs/runbooks/(?<page>[\w-]+)\.md(?:#(?<anchor>[\w-]+)(?![\w{-]))?")]
    private static partial Regex RunbookLink();

    [GeneratedRegex(@"^https?://[^\s{}]+/d/(?<uid>[\w-]+)(?![\w{-])")]
    private static partial Regex DashboardLink();
}
