using Alys.Checks.Sources;
using Alys.PromQL;

namespace Alys.Checks.Documents;

/// <summary>A part of a YAML or JSON document, with its place. The kinds are <see cref="MapNode"/>,
/// <see cref="ListNode"/> and <see cref="ScalarNode"/>.</summary>
/// <remarks><b>Threads:</b> any; it does not change.</remarks>
public abstract class DocumentNode
{
    private protected DocumentNode(SourceFile file, SourceSpan span)
    {
        File = file;
        Span = span;
    }

    /// <summary>The file it is in.</summary>
    public SourceFile File { get; }

    /// <summary>Where it is.</summary>
    public SourceSpan Span { get; }

    /// <summary>Its place.</summary>
    public Location Location => File.At(Span);

    /// <summary>Every scalar in it, itself included, in the order of the text; the names of a map are none.</summary>
    /// <param name="without">Names whose values are left out.</param>
    public IEnumerable<ScalarNode> Scalars(params IReadOnlyList<string> without) => this switch
    {
        ScalarNode scalar => [scalar],
        ListNode list => list.Items.SelectMany(item => item.Scalars(without)),
        MapNode map => map.Entries.Where(entry => !without.Contains(entry.Key.Value))
            .SelectMany(entry => entry.Value.Scalars(without)),
        _ => [],
    };
}
