using System.Text.RegularExpressions;
using Alys.Checks.Documents;

namespace Alys.Checks.Reading;

/// <summary>Tells whether what a dashboard asks for is PromQL: Loki's LogQL stands in a setting <c>expr</c> too.
/// </summary>
internal static partial class QueryLanguage
{
    private const string PromQL = "prometheus";
    private const string LogQL = "loki";

    // Grafana's own, such as "-- Mixed --": the query says itself which data source it is for.
    private const string OfGrafana = "datasource";

    /// <summary>Whether a query is PromQL. One that does not tell is.</summary>
    /// <param name="dashboard">The dashboard, for its variables.</param>
    /// <param name="askers">What may name a data source, the closest first: a query, and its panel.</param>
    public static bool IsPromQL(MapNode dashboard, params IReadOnlyList<MapNode> askers) =>
        askers.Select(asker => OfSource(dashboard, asker["datasource"])).FirstOrDefault(found => found is not null)
        ?? true;

    private static bool? OfSource(MapNode dashboard, DocumentNode? source) => source switch
    {
        MapNode map when map.Text("type") is { } type && type is not (OfGrafana or "null" or "") && IsFixed(type) =>
            IsOfPrometheus(type),
        MapNode map when map.Scalar("uid") is { } uid => OfName(dashboard, uid),
        // In old dashboards, a name.
        ScalarNode name => OfName(dashboard, name),
        _ => null,
    };

    private static bool? OfName(MapNode dashboard, ScalarNode name)
    {
        if (name.Value is "null" or "" || name.Value.StartsWith("--", StringComparison.Ordinal)) return null;
        if (Variable().Match(name.Value) is not { Success: true } variable)
            return !name.Value.Contains(LogQL, StringComparison.OrdinalIgnoreCase);
        return TypeOf(dashboard, variable.Groups["name"].Value) is { } type ? IsOfPrometheus(type) : null;
    }

    // A variable of the type datasource, or what an export asks for when it is imported.
    private static string? TypeOf(MapNode dashboard, string variable) =>
        (dashboard.Map("templating")?.Maps("list") ?? [])
            .FirstOrDefault(one => one.Text("name") == variable && one.Text("type") == "datasource")?.Text("query")
        ?? dashboard.Maps("__inputs").FirstOrDefault(one => one.Text("name") == variable)?.Text("pluginId");

    private static bool IsFixed(string type) => !type.AsSpan().ContainsAny('$', '[');

    private static bool IsOfPrometheus(string type) => type.Contains(PromQL, StringComparison.Ordinal);

    [GeneratedRegex(@"^(?:\$(?<name>\w+)|\$\{(?<name>\w+)(?::\w+)?\}|\[\[(?<name>\w+)\]\])$")]
    private static partial Regex Variable();
}
