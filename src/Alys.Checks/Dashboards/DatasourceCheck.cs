using Alys.Checks.Documents;
using Alys.Checks.Subjects;

namespace Alys.Checks.Dashboards;

/// <summary>A data source that nobody provisions, or a query without any.</summary>
public sealed class DatasourceCheck : ICheck
{
    // Grafana's own: what it stores itself, mixed queries, results of other panels, the default.
    private static readonly string[] BuiltIn =
        ["-- Grafana --", "-- Mixed --", "-- Dashboard --", "grafana", "default"];

    /// <inheritdoc/>
    public string Id => "dashboard/datasource";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        string[] provisioned =
        [
            .. subject.Provisioning.SelectMany(file => file.Datasources)
                .SelectMany(source => new[] { source.Text("uid"), source.Text("name") }).OfType<string>(),
        ];
        IEnumerable<Problem> without =
            from dashboard in subject.Dashboards
            from panel in dashboard.Panels
            where panel.Node["datasource"] is null
                && panel.Targets.Any(target => target.Node["datasource"] is null)
            select panel.Problem(
                Id, null, $"the panel '{panel.Title}' names no data source, so it asks whichever is the default",
                "Take a variable of the type datasource.");
        return provisioned.Length == 0 ? without : without.Concat(Unknown(subject, provisioned));
    }

    private IEnumerable<Problem> Unknown(Subject subject, string[] provisioned)
    {
        return from dashboard in subject.Dashboards
               from panel in dashboard.Panels
               from node in panel.Node.Maps("targets").Prepend(panel.Node)
               let uid = Uid(node)
               where uid is not null && !Contains(provisioned, uid.Value)
               select panel.Problem(
                   Id, uid, $"no data source {uid.Value} is provisioned",
                   $"Take a variable of the type datasource, or one of {string.Join(", ", provisioned.Distinct())}.");
    }

    private static bool Contains(string[] provisioned, string uid) =>
        uid.Length == 0 || uid.Contains('$', StringComparison.Ordinal) || BuiltIn.Contains(uid)
        || provisioned.Contains(uid);

    // An object with a uid; in old dashboards, a name.
    private static ScalarNode? Uid(MapNode node) => node["datasource"] switch
    {
        MapNode source => source.Scalar("uid"),
        ScalarNode { Value: not "null" } name => name,
        _ => null,
    };
}
