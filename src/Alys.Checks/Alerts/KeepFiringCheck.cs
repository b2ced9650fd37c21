using Alys.Checks.Subjects;

namespace Alys.Checks.Alerts;

/// <summary>An alert on an event without <c>keep_firing_for</c>: it is over when the event leaves the range, whether
/// anybody has seen it or not.</summary>
public sealed class KeepFiringCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "alert/keep-firing";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        // With a longer for, it is about what goes on, or never fires: the latter is alert/for-window's.
        return from rule in subject.Alerts
               let facts = rule.Expression.Facts
               where facts is not null && rule.Node["keep_firing_for"] is null
               where Events.Of(facts, canBeMany: false)
                   .Any(happened => rule.For is null || rule.For < happened.Window)
               select rule.Problem(
                   Id, null, $"{rule.Name} is about an event, and does not say how long it is worth knowing",
                   "Add keep_firing_for.");
    }
}
