using Alys.Checks.Documents;
using Alys.Checks.Subjects;

namespace Alys.Checks.Alerts;

/// <summary>An alert without what whoever gets it needs.</summary>
public sealed class RequiredCheck : ICheck
{
    private static readonly string[] Severities = ["critical", "warning", "info", "none"];
    private static readonly string[] Labels = ["severity", "component"];
    private static readonly string[] Annotations = ["summary", "description", "runbook_url", "dashboard"];

    /// <inheritdoc/>
    public string Id => "alert/required";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        HashSet<string> firing = [.. subject.RuleTests.SelectMany(tests => tests.Firing)];
        HashSet<string> silent = [.. subject.RuleTests.SelectMany(tests => tests.Silent)];
        bool hasTests = subject.RuleTests.Count > 0;
        return subject.Alerts.SelectMany(rule =>
            Find(rule, subject).Concat(hasTests ? Untested(rule, firing, silent) : []));
    }

    private static IEnumerable<string> Missing(string kind, IEnumerable<string> names) => names.ToArray() switch
    {
        [] => [],
        [var name] => [$"no {kind} {name}"],
        var several => [$"no {kind}s {string.Join(", ", several)}"],
    };

    private IEnumerable<Problem> Find(Rule rule, Subject subject)
    {
        string[] missing =
        [
            .. Missing("label", Labels.Where(label => string.IsNullOrEmpty(rule.Label(label)))),
            .. Missing("annotation", Annotations.Where(name => string.IsNullOrEmpty(rule.Annotation(name)))),
        ];
        if (missing.Length > 0)
        {
            yield return rule.Problem(
                Id, null, $"{rule.Name} has {string.Join(" and ", missing)}",
                "Whoever is woken by it needs that: add it.");
        }

        // What a template makes is known when the alert fires.
        if (rule.Label("severity") is { } severity && !Severities.Contains(severity)
            && !severity.Contains("{{", StringComparison.Ordinal))
        {
            DocumentNode? where = rule.Node.Map("labels")?["severity"];
            yield return rule.Problem(
                Id, where, $"{severity} is no severity", $"Take one of {string.Join(", ", Severities)}.");
        }

        if (subject.Runbooks.Count > 0 && !subject.Runbooks.Any(runbook => runbook.Alert == rule.Name))
        {
            yield return rule.Problem(
                Id, null, $"{rule.Name} has no runbook", $"Write docs/runbooks/{rule.Name}.md.");
        }
    }

    private IEnumerable<Problem> Untested(Rule rule, HashSet<string> firing, HashSet<string> silent)
    {
        if (!firing.Contains(rule.Name))
            yield return rule.Problem(Id, null, $"{rule.Name} has no test in which it fires", "Add one for promtool.");
        // A watchdog is never silent.
        if (rule.Label("severity") != "none" && !silent.Contains(rule.Name))
        {
            yield return rule.Problem(
                Id, null, $"{rule.Name} has no test in which it is silent", "Add a near miss for promtool.");
        }
    }
}
