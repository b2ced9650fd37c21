using Alys.Checks.Sources;
using Alys.PromQL;

namespace Alys.Checks.Documents;

/// <summary>Values by name.</summary>
public sealed class MapNode : DocumentNode
{
    internal MapNode(SourceFile file, SourceSpan span, IReadOnlyList<MapEntry> entries)
        : base(file, span) => Entries = entries;

    /// <summary>All of them, in the order of the text.</summary>
    public IReadOnlyList<MapEntry> Entries { get; }

    /// <summary>The value of a name, the last if there are several; null when there is none.</summary>
    public DocumentNode? this[string name] => Entries.LastOrDefault(entry => entry.Key.Value == name)?.Value;

    /// <summary>A value that is a map; null when there is none.</summary>
    public MapNode? Map(string name) => this[name] as MapNode;

    /// <summary>A value that is a scalar; null when there is none.</summary>
    public ScalarNode? Scalar(string name) => this[name] as ScalarNode;

    /// <summary>The text of a scalar; null when there is none.</summary>
    public string? Text(string name) => Scalar(name)?.Value;

    /// <summary>The items of a list; none when there is no list of that name.</summary>
    public IReadOnlyList<DocumentNode> List(string name) => (this[name] as ListNode)?.Items ?? [];

    /// <summary>The maps in a list.</summary>
    public IEnumerable<MapNode> Maps(string name) => List(name).OfType<MapNode>();
}
