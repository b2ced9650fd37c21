using Alys.Checks.Subjects;

namespace Alys.Checks.Routes;

/// <summary>Alerts that no route takes but the first, which takes all: with routes by severity, a severity that has
/// none.</summary>
public sealed class DefaultOnlyCheck : ICheck
{
    /// <inheritdoc/>
    public string Id => "route/default-only";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        AlertLabels[] alerts = AlertLabels.Of(subject);
        return subject.AlertmanagerConfigs.SelectMany(config => Find(config, alerts));
    }

    private IEnumerable<Problem> Find(AlertmanagerConfig config, AlertLabels[] alerts)
    {
        IReadOnlyList<RouteMatcher>[] routes =
            [.. config.Route?.Maps("routes").Select(route => RouteMatcher.Of(route)) ?? []];
        // With a single route for all there is nothing to forget.
        if (routes.Length == 0 || config.Route?.Scalar("receiver") is not { } receiver) yield break;
        string[] left =
        [
            .. alerts.Where(alert => routes.All(matchers => RouteMatcher.AllFit(matchers, alert) == false))
                .Select(alert => alert.Name).Distinct(),
        ];
        if (left.Length == 0) yield break;
        yield return new Problem(
            Id, receiver.Location, $"no route below takes {string.Join(", ", left)}: they go to {receiver.Value}",
            "Add a route for them, or say in a comment that the rest is to go here.")
        {
            Element = config.Route.Span,
        };
    }
}
