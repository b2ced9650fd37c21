using Alys.Checks.Documents;

namespace Alys.Checks.Subjects;

/// <summary>A query of a panel.</summary>
/// <param name="Node">All of it.</param>
/// <param name="Query">Its expression.</param>
public sealed record PanelTarget(MapNode Node, Query Query);
