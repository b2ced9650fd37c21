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
}
