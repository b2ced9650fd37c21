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
        return from rule in subject.Alerts
               let facts = rule.Expression.Facts
               where rule.For is not null && facts is not null
               from matrix in Events.Of(facts.Root, double.PositiveInfinity)
               where matrix.Range.Value < rule.For
               select rule.Problem(
                   Id, rule.Node["for"],
                   $"{rule.Name} waits for {PromQLDurations.ToText(rule.For!.Value)}, but what happened is "
                   + "forgotten after "
                   + PromQLDurations.ToText(matrix.Range.Value!.Value),
                   "Make for no longer than the range, or the range longer.");
    }
}
