namespace Alys.PromQL.Inference;

/// <summary>A metric as the code that exposes it declares it.</summary>
public sealed record MetricFamily
{
    /// <summary>Its name, without <c>_bucket</c>, <c>_sum</c> and <c>_count</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What its values mean.</summary>
    public required MetricKind Kind { get; init; }

    /// <summary>Its labels, without <c>le</c> and <c>quantile</c>, and without those that a scrape adds. Default: none.
    /// </summary>
    public IReadOnlyList<MetricLabel> Labels { get; init; } = [];

    /// <summary>Whether its series may have labels beside those. Default: no.</summary>
    public bool HasOtherLabels { get; init; }

    /// <summary>Whether a scrape adds its own labels to it; what a rule records has only those that it lists. Default:
    /// yes.</summary>
    public bool HasTargetLabels { get; init; } = true;

    /// <summary>The unit of its values, such as <c>seconds</c> or <c>bytes</c>; null when it has none or it is not
    /// known.</summary>
    public string? Unit { get; init; }

    /// <summary>The upper bounds of a histogram's buckets without infinity, ascending; null when they are not known.
    /// </summary>
    public IReadOnlyList<double>? Bounds { get; init; }

    /// <summary>For what a rule records of a histogram's buckets, such as their rates, the histogram; null for all
    /// else.</summary>
    public MetricFamily? BucketsOf { get; init; }
}
