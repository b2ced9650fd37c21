using Alys.Checks.Sources;

namespace Alys.Checks.Subjects;

/// <summary>A page of <c>docs/runbooks</c>.</summary>
/// <param name="File">The file; its name is that of the alert.</param>
/// <param name="Queries">What stands in its blocks of <c>promql</c>.</param>
public sealed record Runbook(SourceFile File, IReadOnlyList<Query> Queries)
{
    /// <summary>The alert it is for.</summary>
    public string Alert => Path.GetFileNameWithoutExtension(File.Path);
}
