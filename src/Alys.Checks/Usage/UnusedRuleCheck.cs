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
        HashSet<string> used = MetricNames.Of(subject.Queries);
        return from rule in subject.Rules
               where !rule.IsAlert && !used.Contains(rule.Name)
               select rule.Problem(
                   Id, null, $"no rule, dashboard or runbook reads {rule.Name}", "Use it or take it out.");
    }
}
