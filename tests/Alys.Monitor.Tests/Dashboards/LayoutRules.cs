using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using static Alys.Monitor.Tests.Dashboards.DashboardFile;

namespace Alys.Monitor.Tests.Dashboards;

/// <summary>What a dashboard needs so that Grafana can show it and an operator can find the way.</summary>
internal static partial class LayoutRules
{
    private const int Columns = 24;

    // Grafana's own. "graph", "singlestat", "grafana-piechart-panel" and others like them are gone.
    private static readonly HashSet<string> Types =
        ["row", "stat", "timeseries", "state-timeline", "heatmap", "bargauge", "table"];

    /// <summary>The rules by name; each says what it finds.</summary>
    public static readonly IReadOnlyDictionary<string, Func<DashboardFile, IEnumerable<string>>> All =
        new Dictionary<string, Func<DashboardFile, IEnumerable<string>>>
        {
            ["provisionable"] = dashboard => dashboard.Root.ContainsKey("dashboard")
                || Text(dashboard.Root, "title") == "" || dashboard.Root.ContainsKey("id") ? ["its form"] : [],
            ["unique-ids"] = dashboard => dashboard.PanelsAndRows
                .GroupBy(panel => panel["id"]!.GetValue<int>()).Where(same => same.Count() > 1)
                .Select(same => $"the id {same.Key}"),
            ["no-overlap"] = Overlaps,
            ["within-the-grid"] = dashboard => dashboard.PanelsAndRows.Select(Place.Of)
                .Where(place => place.X < 0 || place.Y < 0 || place.Right > Columns)
                .Select(place => place.Title),
            ["known-panel-types"] = dashboard => dashboard.PanelsAndRows.Select(panel => Text(panel, "type"))
                .Where(type => !Types.Contains(type)),
            ["defined-variables"] = dashboard => Used(dashboard).Except(Defined(dashboard)),
            ["used-variables"] = dashboard => Defined(dashboard).Except(Used(dashboard)),
            ["live-links"] = dashboard => Link().Matches(dashboard.Root.ToJsonString())
                .Select(link => link.Groups["uid"].Value)
                .Except(DashboardFile.All.Select(other => other.Uid)),
            ["way-to-the-others"] = dashboard => dashboard.Root["links"]!.AsArray()
                .Any(link => Text(link!, "type") == "dashboards" && link!["tags"]!.AsArray().Any(IsOurs))
                && dashboard.Root["tags"]!.AsArray().Any(IsOurs) ? [] : ["a link by the tag alys"],
            ["way-to-the-runbooks"] = dashboard => dashboard.Root["links"]!.AsArray()
                .Any(link => Text(link!, "url") == "${runbooks}") ? [] : ["a link to the runbooks"],
            ["annotations"] = dashboard => new[] { "process_start_time_seconds", "alys_migration_phase_start" }
                .Where(metric => !dashboard.Annotations
                    .Any(one => Text(one, "expr").StartsWith(metric, StringComparison.Ordinal))),
        };

    private static bool IsOurs(JsonNode? tag) => tag?.GetValue<string>() == "alys";

    private static IEnumerable<string> Defined(DashboardFile dashboard) =>
        dashboard.Variables.Select(variable => Text(variable, "name"));

    /// <summary>The variables that are spoken of, without Grafana's own.</summary>
    private static IEnumerable<string> Used(DashboardFile dashboard) =>
        Variable().Matches(dashboard.Root.ToJsonString()).Select(use => use.Groups["name"].Value).Distinct()
            .Where(name => !name.StartsWith("__", StringComparison.Ordinal));

    private static IEnumerable<string> Overlaps(DashboardFile dashboard)
    {
        Place[] places = [.. dashboard.PanelsAndRows.Select(Place.Of)];
        return from one in places.Index()
               from other in places.Skip(one.Index + 1)
               where one.Item.Overlaps(other)
               select $"{one.Item.Title} and {other.Title}";
    }

    [GeneratedRegex(@"\$\{?(?<name>[a-z_]\w*)")]
    private static partial Regex Variable();

    [GeneratedRegex(@"/d/(?<uid>[\w-]+)")]
    private static partial Regex Link();

    private sealed record Place(string Title, int X, int Y, int Right, int Bottom)
    {
        public static Place Of(JsonObject panel)
        {
            int At(string side) => panel["gridPos"]![side]!.GetValue<int>();
            return new Place(Text(panel, "title"), At("x"), At("y"), At("x") + At("w"), At("y") + At("h"));
        }

        public bool Overlaps(Place other) =>
            X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;
    }
}
