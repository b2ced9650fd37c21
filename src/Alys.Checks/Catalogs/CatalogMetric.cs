using Alys.PromQL.Inference;

namespace Alys.Checks.Catalogs;

/// <summary>A metric of the catalog that is judged.</summary>
/// <param name="Family">Name, kind, labels, unit, bounds.</param>
/// <param name="Help">What an operator reads.</param>
/// <param name="Type">As it is exposed: <c>counter</c>, <c>gauge</c>, <c>histogram</c>, <c>info</c>,
/// <c>stateset</c>.</param>
/// <param name="MostSeries">The most series that a process can have of it.</param>
public sealed record CatalogMetric(MetricFamily Family, string Help, string Type, long MostSeries);
