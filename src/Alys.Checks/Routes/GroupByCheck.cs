using Alys.Checks.Documents;
using Alys.Checks.Subjects;
using Alys.PromQL.Inference;

namespace Alys.Checks.Routes;

/// <summary>A label in <c>group_by</c> that no alert of the rules has: it divides nothing.</summary>
public sealed class GroupByCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "route/group-by";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        AlertLabels[] alerts = AlertLabels.Of(subject);
        // Without its configuration it is not known which labels Prometheus adds.
        if (alerts.Length == 0 || subject.PrometheusConfigs.Count == 0) return [];
        return from config in subject.AlertmanagerConfigs
               from route in config.Route is { } first ? AlertmanagerConfig.WithChildren(first) : []
               from label in route.List("group_by").OfType<ScalarNode>()
               where label.Value != AlertmanagerConfig.AllLabels
               where alerts.All(alert => alert[label.Value].Presence == LabelPresence.Never)
               select new Problem(
                   Id, label.Location, $"no alert of the rules has a label {label.Value}",
                   "Group by labels that tell alerts apart.")
               {
                   Element = route.Span,
               };
    }
}
