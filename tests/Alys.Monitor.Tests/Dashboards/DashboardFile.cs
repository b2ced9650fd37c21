using System.Text.Json.Nodes;

namespace Alys.Monitor.Tests.Dashboards;

/// <summary>A dashboard as it is committed, read as far as the tests need it.</summary>
/// <param name="Root">All of it.</param>
internal sealed record DashboardFile(JsonObject Root)
{
    public static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "grafana", "dashboards");

    /// <summary>Every one that is committed.</summary>
    public static readonly IReadOnlyList<DashboardFile> All =
        [.. Directory.GetFiles(Folder, "*.json").Order(StringComparer.Ordinal).Select(Read)];

    public string Uid => Root["uid"]!.GetValue<string>();

    /// <summary>The panels, rows among them.</summary>
    public IEnumerable<JsonObject> PanelsAndRows => Root["panels"]!.AsArray().Select(panel => panel!.AsObject());

    public IEnumerable<JsonObject> Panels => PanelsAndRows.Where(panel => Text(panel, "type") != "row");

    public IEnumerable<JsonObject> Variables =>
        Root["templating"]!["list"]!.AsArray().Select(variable => variable!.AsObject());

    public IEnumerable<JsonObject> Annotations =>
        Root["annotations"]!["list"]!.AsArray().Select(annotation => annotation!.AsObject());

    /// <summary>Every query of every panel.</summary>
    public IEnumerable<PanelQuery> Queries =>
        from panel in Panels
        from target in Targets(panel)
        select new PanelQuery(Uid, Text(panel, "title"), Text(target, "refId"), Text(target, "expr"));

    public static DashboardFile Read(string path) => new(JsonNode.Parse(File.ReadAllText(path))!.AsObject());

    public static IEnumerable<JsonObject> Targets(JsonObject panel) =>
        panel["targets"]?.AsArray().Select(target => target!.AsObject()) ?? [];

    /// <summary>The text of a property; empty when there is none.</summary>
    public static string Text(JsonNode node, string property) => node[property]?.GetValue<string>() ?? "";
}
