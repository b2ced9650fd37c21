using Alys.Checks.Documents;

namespace Alys.Checks.Subjects;

/// <summary>A panel of a dashboard.</summary>
/// <param name="Node">All of it.</param>
/// <param name="Targets">Its queries.</param>
public sealed record Panel(MapNode Node, IReadOnlyList<PanelTarget> Targets)
{
    /// <summary>The row that it is folded into, where it takes no place beside others; null when it is in none.
    /// </summary>
    public MapNode? Row { get; init; }

    /// <summary>Whether it is one of Grafana's library: what it shows is kept there, not in the dashboard.</summary>
    public bool IsOfLibrary => Node["libraryPanel"] is MapNode;

    /// <summary>What stands above it; empty without a title.</summary>
    public string Title => Node.Text("title") ?? "";

    /// <summary>What draws it, such as <c>timeseries</c>; empty when it is not said.</summary>
    public string Type => Node.Text("type") ?? "";

    /// <summary>The unit of its values; null when it has none.</summary>
    public ScalarNode? Unit => Node.Map("fieldConfig")?.Map("defaults")?.Scalar("unit");

    /// <summary>A problem of it.</summary>
    /// <param name="check">The id of the check.</param>
    /// <param name="where">The part of it that is wrong; its title if null.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="help">What to do.</param>
    public Problem Problem(string check, DocumentNode? where, string message, string help) =>
        new(check, (where ?? Node["title"] ?? Node).Location, message, help) { Element = Node.Span };
}
