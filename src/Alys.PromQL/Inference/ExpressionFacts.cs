using Alys.PromQL.Tree;

namespace Alys.PromQL.Inference;

/// <summary>What is known of the value of an expression.</summary>
public sealed record ExpressionFacts
{
    /// <summary>Its type.</summary>
    public required ExpressionType Type { get; init; }

    /// <summary>Its labels; none of a scalar and a string.</summary>
    public required LabelFacts Labels { get; init; }

    /// <summary>Whether its values are totals of counters or values that go up and down. Default: unknown.</summary>
    public MetricKind Kind { get; init; }

    /// <summary>The unit of its values, such as <c>seconds</c>, <c>bytes/second</c> or <c>ratio</c>; null when it is
    /// not sure.</summary>
    public string? Unit { get; init; }

    /// <summary>The histogram whose buckets these are, at any stage before <c>histogram_quantile</c>; null when they
    /// are no buckets.</summary>
    public MetricFamily? Buckets { get; init; }

    /// <summary>For a selector, the series it selects; null when the schema does not know them.</summary>
    public Series? Series { get; init; }

    /// <summary>For an operator between vectors, why its sides can never match; null when they may.</summary>
    public MatchConflict? Conflict { get; init; }
}
