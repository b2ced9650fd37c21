namespace Alys.PromQL.Inference;

/// <summary>A label that the series of a metric have.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">All values it can have; null when they are not known.</param>
/// <param name="IsOptional">Whether there may be series without it.</param>
public sealed record MetricLabel(string Name, IReadOnlyList<string>? Values = null, bool IsOptional = false);
