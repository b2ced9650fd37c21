using Alys.Checks.Documents;
using Alys.Checks.Sources;

namespace Alys.Checks.Subjects;

/// <summary>A file of rules.</summary>
/// <param name="File">The file.</param>
/// <param name="Root">All of it.</param>
/// <param name="Rules">Its rules, in their order.</param>
public sealed record RuleFile(SourceFile File, MapNode Root, IReadOnlyList<Rule> Rules);
