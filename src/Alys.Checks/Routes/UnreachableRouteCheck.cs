using Alys.Checks.Documents;
using Alys.Checks.Subjects;

namespace Alys.Checks.Routes;

/// <summary>A route that no alert of the rules comes to.</summary>
public sealed class UnreachableRouteCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "route/unreachable";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        AlertLabels[] alerts = AlertLabels.Of(subject);
        if (alerts.Length == 0) yield break;
        foreach (AlertmanagerConfig config in subject.AlertmanagerConfigs)
        {
            if (config.Route is not { } root) continue;
            HashSet<MapNode> reached = [];
            foreach (AlertLabels alert in alerts) Walk(root, alert, reached);
            foreach (MapNode route in AlertmanagerConfig.WithChildren(root).Where(route => !reached.Contains(route)))
            {
                yield return new Problem(
                    Id, (route["matchers"] ?? route["match"] ?? route).Location,
                    "no alert of the rules takes this route",
                    "Look at its matchers, and at the routes before it that have no continue.")
                {
                    Element = route.Span,
                };
            }
        }
    }

    // As Alertmanager does: the first child that fits, and those after it as long as it says continue. A label whose
    // value is not known may fit and may not, so the way goes on both ways.
    private static void Walk(MapNode route, AlertLabels alert, HashSet<MapNode> reached)
    {
        reached.Add(route);
        foreach (MapNode child in route.Maps("routes"))
        {
            bool? fits = RouteMatcher.AllFit(RouteMatcher.Of(child), alert);
            if (fits == false) continue;
            Walk(child, alert, reached);
            if (fits == true && child.Text("continue") != "true") return;
        }
    }
}
