using Alys.Checks.Subjects;
using Alys.PromQL;

namespace Alys.Checks.Alerts;

/// <summary>An alert on an event that is forgotten before <c>for</c> is: it never fires for one event.</summary>
public sealed class ForWindowCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "alert/for-window";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        // A rate that is above a limit for longer than its range is meant to go on.
        return from rule in subject.Alerts
               let facts = rule.Expression.Facts
               where rule.For is not null && facts is not null
               from happened in Events.Of(facts, canBeMany: true)
               where !happened.IsRate && happened.Window <= rule.For
               select rule.Problem(
                   Id, rule.Node["for"],
                   $"{rule.Name} waits for {PromQLDurations.ToText(rule.For!.Value)}, but what happened is "
                   + "forgotten after "
                   + PromQLDurations.ToText(happened.Window),
                   "Make for shorter than the range, or the range longer; take rate() of what has to go on.");
    }
}
