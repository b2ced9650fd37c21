namespace Alys.PromQL.Tree;

/// <summary>How series are made into fewer.</summary>
/// <remarks><b>Source:</b> https://prometheus.io/docs/prometheus/latest/querying/operators/#aggregation-operators.
/// </remarks>
public enum AggregationOperator
{
    /// <summary>The sum of the values.</summary>
    Sum,

    /// <summary>Their mean.</summary>
    Avg,

    /// <summary>How many there are.</summary>
    Count,

    /// <summary>The smallest.</summary>
    Min,

    /// <summary>The largest.</summary>
    Max,

    /// <summary>Always 1.</summary>
    Group,

    /// <summary>Their standard deviation.</summary>
    Stddev,

    /// <summary>Their variance.</summary>
    Stdvar,

    /// <summary>The series with the k largest values.</summary>
    TopK,

    /// <summary>The series with the k smallest values.</summary>
    BottomK,

    /// <summary>How many have each value; the value becomes a label.</summary>
    CountValues,

    /// <summary>A quantile of the values.</summary>
    Quantile,

    /// <summary>Some k series; experimental.</summary>
    LimitK,

    /// <summary>A share of the series; experimental.</summary>
    LimitRatio,
}
