using Alys.Checks;
using Alys.Checks.Sources;

namespace Alys.Monitor.Checking;

/// <summary>What was found of the paths that are checked.</summary>
/// <param name="Files">The files, in the order of their names.</param>
/// <param name="Broken">Links that lead to no file.</param>
internal sealed record CheckedSources(IReadOnlyList<SourceFile> Files, IReadOnlyList<Problem> Broken);
