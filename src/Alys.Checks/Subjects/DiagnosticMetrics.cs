using Alys.Checks.Documents;
using Alys.Checks.Sources;

namespace Alys.Checks.Subjects;

/// <summary>A file that says which metrics are only for whoever looks for a cause, and for what.</summary>
/// <param name="File">The file.</param>
/// <param name="Root">All of it: under <c>diagnostic</c>, reasons by names.</param>
public sealed record DiagnosticMetrics(SourceFile File, MapNode Root)
{
    /// <summary>Names and reasons.</summary>
    public IEnumerable<MapEntry> Entries => Root.Map("diagnostic")?.Entries ?? [];

    /// <summary>The names that have a reason.</summary>
    public IEnumerable<string> Names => Entries
        .Where(entry => entry.Value is ScalarNode { Value.Length: > 0 }).Select(entry => entry.Key.Value);
}
