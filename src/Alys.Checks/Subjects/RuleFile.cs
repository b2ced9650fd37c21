using Alys.Checks.Documents;
using Alys.Checks.Sources;

namespace Alys.Checks.Subjects;

/// <summary>A file of rules.</summary>
/// <param name="File">The file.</param>
/// <param name="Roots">The maps that have <c>groups</c>: all of it, or the <c>spec</c> of each manifest in it.</param>
/// <param name="Rules">Its rules, in their order.</param>
public sealed record RuleFile(SourceFile File, IReadOnlyList<MapNode> Roots, IReadOnlyList<Rule> Rules)
{
    /// <summary>Documents behind the first, which Prometheus does not read.</summary>
    public IReadOnlyList<MapNode> Unread { get; init; } = [];

    /// <summary>Whether it is of manifests for Kubernetes.</summary>
    public bool IsManifest { get; init; }

    /// <summary>Whether nothing is said in it, not even wrongly: it has no groups, or none with rules.</summary>
    public bool IsEmpty => Roots.All(root => IsNothing(root["groups"]) || (root["groups"] is ListNode groups
        && groups.Items.All(group => group is MapNode map && IsNothing(map["rules"]))));

    private static bool IsNothing(DocumentNode? node) =>
        node is null or ScalarNode { IsNull: true } or ListNode { Items.Count: 0 };
}
