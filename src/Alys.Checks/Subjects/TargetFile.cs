using Alys.Checks.Documents;
using Alys.Checks.Sources;

namespace Alys.Checks.Subjects;

/// <summary>A file with targets that Prometheus reads anew by itself (<c>file_sd_configs</c>).</summary>
/// <param name="File">The file.</param>
/// <param name="Root">Its groups of targets.</param>
public sealed record TargetFile(SourceFile File, ListNode Root)
{
    /// <summary>All targets.</summary>
    public IEnumerable<ScalarNode> Targets =>
        Root.Items.OfType<MapNode>().SelectMany(group => group.List("targets")).OfType<ScalarNode>();

    /// <summary>Whether a document is such a file.</summary>
    public static bool Is(ListNode document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.Items.Count > 0
            && document.Items.All(item => item is MapNode group && group["targets"] is ListNode);
    }
}
