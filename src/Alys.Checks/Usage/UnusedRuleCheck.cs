using Alys.Checks.Subjects;

namespace Alys.Checks.Usage;

/// <summary>A rule that records what nobody reads.</summary>
public sealed class UnusedRuleCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "usage/unused-rule";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        // A rule mostly records for a dashboard, and which ones there are is not known without any.
        if (subject.Dashboards.Count == 0) return [];
        HashSet<string> shown = MetricNames.Of(
            subject.Dashboards.SelectMany(dashboard => dashboard.Queries)
                .Concat(subject.Runbooks.SelectMany(runbook => runbook.Queries)));
        // What a rule reads of itself is of use to nobody.
        ILookup<string, Rule> readers =
            (from rule in subject.Rules
             from name in MetricNames.Of(rule.Queries)
             where rule.IsAlert || rule.Name != name
             select (rule, name)).ToLookup(pair => pair.name, pair => pair.rule, StringComparer.Ordinal);
        return from rule in subject.Rules
               where !rule.IsAlert && !shown.Contains(rule.Name) && !readers.Contains(rule.Name)
               select rule.Problem(
                   Id, null, $"no rule, dashboard or runbook reads {rule.Name}", "Use it or take it out.");
    }
}
