namespace Alys.Metrics;

/// <summary>A label of a metric.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">All values that it can have, in the order of their enum; null: they are not known
/// before.</param>
public sealed record MetricLabel(string Name, IReadOnlyList<string>? Values);
