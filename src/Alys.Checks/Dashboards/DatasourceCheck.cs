using System.Text.RegularExpressions;
using Alys.Checks.Documents;
using Alys.Checks.Subjects;

namespace Alys.Checks.Dashboards;

/// <summary>A data source that nobody provisions or that is of another type, or a query without any.</summary>
public sealed partial class DatasourceCheck : ICheck
{
    private const string Help = "Take a variable of the type datasource";

    // Grafana's own: what it stores itself, mixed queries, results of other panels or of other queries, the default.
    private static readonly string[] BuiltIn =
        ["-- Grafana --", "-- Mixed --", "-- Dashboard --", "__expr__", "grafana", "default"];

    /// <inheritdoc/>
    public string Id => "dashboard/datasource";

    /// <inheritdoc/>
    public IEnumerable<Problem> Find(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        MapNode[] provisioned = [.. subject.Provisioning.SelectMany(file => file.Datasources)];
        return from dashboard in subject.Dashboards
               from problem in (IEnumerable<Problem>)[
                   .. Without(dashboard, provisioned), .. Unknown(dashboard, provisioned),
                   .. OfAnotherType(dashboard, provisioned)]
               select problem;
    }

    private IEnumerable<Problem> Without(Dashboard dashboard, MapNode[] provisioned)
    {
        bool hasDefault = provisioned.Length == 0 || provisioned.Any(source => source.Text("isDefault") == "true");
        string so = hasDefault ? "so it asks whichever is the default" : "and none is the default";
        return
        [
            .. from panel in dashboard.Panels
               where IsMissing(panel.Node) && panel.Targets.Any(target => IsMissing(target.Node))
               select panel.Problem(Id, null, $"the panel '{panel.Title}' names no data source, {so}", Help + "."),
            .. from other in Variables(dashboard).Concat(Annotations(dashboard))
               where IsMissing(other)
               let name = other["name"]
               select new Problem(
                   Id, (name ?? other).Location, $"'{other.Text("name")}' names no data source, {so}", Help + ".")
               {
                   Element = other.Span,
               },
        ];
    }

    private IEnumerable<Problem> Unknown(Dashboard dashboard, MapNode[] provisioned)
    {
        string[] names = [.. provisioned.SelectMany(Names).Distinct()];
        return from one in Askers(dashboard)
               let uid = Uid(one.Node)
               where uid is not null && names.Length > 0 && !names.Contains(uid.Value) && !IsOpen(uid.Value)
               select new Problem(
                   Id, uid.Location, $"no data source {uid.Value} is provisioned",
                   $"{Help}, or one of {string.Join(", ", names)}.")
               {
                   Element = one.Element.Span,
               };
    }

    private IEnumerable<Problem> OfAnotherType(Dashboard dashboard, MapNode[] provisioned) =>
        from one in Askers(dashboard)
        let type = one.Node.Map("datasource")?.Scalar("type")
        let uid = Uid(one.Node)
        where type is not null && uid is not null && !IsVariable(type.Value)
        let own = TypeOf(uid.Value, dashboard, provisioned)
        where own is not null && !IsVariable(own) && own != type.Value
        select new Problem(
            Id, type.Location, $"the data source {uid.Value} is of the type {own} and not {type.Value}",
            $"Write {own}, or take another data source.")
        {
            Element = one.Element.Span,
        };

    private static string? TypeOf(string uid, Dashboard dashboard, MapNode[] provisioned)
    {
        if (provisioned.FirstOrDefault(source => Names(source).Contains(uid)) is { } source) return source.Text("type");
        Match name = Variable().Match(uid);
        return !name.Success ? null
            : dashboard.Variables.FirstOrDefault(variable => variable.Text("type") == "datasource"
                && variable.Text("name") == name.Groups["name"].Value)?.Text("query");
    }

    // Whatever has a data source, with the panel, variable or annotation that it is a part of.
    private static IEnumerable<(MapNode Node, MapNode Element)> Askers(Dashboard dashboard) =>
        dashboard.Panels.SelectMany(panel => panel.Node.Maps("targets").Prepend(panel.Node)
                .Select(node => (node, panel.Node)))
            .Concat(Variables(dashboard).Concat(Annotations(dashboard)).Select(node => (node, node)));

    private static IEnumerable<MapNode> Variables(Dashboard dashboard) =>
        dashboard.Variables.Where(variable => variable.Text("type") == "query");

    // Grafana's own annotations are in every dashboard.
    private static IEnumerable<MapNode> Annotations(Dashboard dashboard) =>
        (dashboard.Node.Map("annotations")?.Maps("list") ?? []).Where(one => one["builtIn"] is null);

    private static IEnumerable<string> Names(MapNode source) =>
        new[] { source.Text("uid"), source.Text("name") }.OfType<string>();

    private static bool IsMissing(MapNode node) => node["datasource"] is null or ScalarNode { Value: "null" };

    private static bool IsOpen(string uid) => uid.Length == 0 || IsVariable(uid) || BuiltIn.Contains(uid);

    private static bool IsVariable(string text) => text.AsSpan().ContainsAny('$', '[');

    // An object with a uid; in old dashboards, a name.
    private static ScalarNode? Uid(MapNode node) => node["datasource"] switch
    {
        MapNode source => source.Scalar("uid"),
        ScalarNode { Value: not "null" } name => name,
        _ => null,
    };

    [GeneratedRegex(@"^(?:\$(?<name>\w+)|\$\{(?<name>\w+)\}|\[\[(?<name>\w+)\]\])$")]
    private static partial Regex Variable();
}
