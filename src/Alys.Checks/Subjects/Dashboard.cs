using Alys.Checks.Documents;
using Alys.Checks.Sources;

namespace Alys.Checks.Subjects;

/// <summary>A dashboard of Grafana.</summary>
public sealed class Dashboard
{
    internal Dashboard(SourceFile file, MapNode document, IReadOnlyList<Panel> panels, IReadOnlyList<Query> others)
    {
        File = file;
        Document = document;
        Panels = panels;
        Others = others;
    }

    /// <summary>The file.</summary>
    public SourceFile File { get; }

    /// <summary>All of the file.</summary>
    public MapNode Document { get; }

    /// <summary>The dashboard itself: the file, or what is in its <c>dashboard</c>, or the <c>spec</c> of a resource of
    /// Grafana 12.</summary>
    public MapNode Node => Within(Document);

    /// <summary>Its name in links.</summary>
    public string? Uid => Node.Scalar("uid") is { IsNull: false } uid ? uid.Value
        : IsResource(Document) ? Document.Map("metadata")?.Text("name") : null;

    /// <summary>Its panels, those in rows too, without the rows.</summary>
    public IReadOnlyList<Panel> Panels { get; }

    /// <summary>The queries of annotations and variables.</summary>
    public IReadOnlyList<Query> Others { get; }

    /// <summary>Its variables.</summary>
    public IEnumerable<MapNode> Variables => Node.Map("templating")?.Maps("list") ?? [];

    /// <summary>All its queries.</summary>
    public IEnumerable<Query> Queries =>
        Panels.SelectMany(panel => panel.Targets).Select(target => target.Query).Concat(Others);

    /// <summary>The dashboard in a document.</summary>
    public static MapNode Within(MapNode document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.Map("dashboard") ?? (IsResource(document) ? document.Map("spec") : null) ?? document;
    }

    /// <summary>A problem of it as a whole.</summary>
    public Problem Problem(string check, DocumentNode where, string message, string help) =>
        new(check, where.Location, message, help) { Element = Document.Span };

    private static bool IsResource(MapNode document) => document.Text("kind") == "Dashboard"
        && document.Text("apiVersion")?.StartsWith("dashboard.grafana.app/", StringComparison.Ordinal) == true;
}
