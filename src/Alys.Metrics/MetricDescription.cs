namespace Alys.Metrics;

/// <summary>What is known of a metric, whether it has samples now or not: for reference pages and checks.</summary>
/// <param name="Name">The name of its family, as in text format 0.0.4.</param>
/// <param name="Type"><c>counter</c>, <c>gauge</c>, <c>histogram</c>, <c>info</c> or <c>stateset</c>.</param>
/// <param name="Help">What an operator reads.</param>
/// <param name="Labels">Its labels, without <c>le</c>; none for a family of a foreign meter, whose labels come with its
/// measurements.</param>
/// <param name="Bounds">The upper bounds of a histogram's buckets without +Inf; else none.</param>
/// <param name="MostSeries">The most series it can have: its closed sets whole, or its open set full up to its limit
/// and <c>other</c>; a histogram's buckets, sum and count are series each. Where code alone limits the values, as for
/// information and the registry's own families, those that there are now.</param>
public sealed record MetricDescription(
    string Name,
    string Type,
    string Help,
    IReadOnlyList<MetricLabel> Labels,
    IReadOnlyList<double> Bounds,
    long MostSeries);
