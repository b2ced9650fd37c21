namespace Alys.PromQL.Tree;

/// <summary>The type of an expression's value.</summary>
/// <remarks><b>Source:</b> https://prometheus.io/docs/prometheus/latest/querying/basics/, section on data types.
/// </remarks>
public enum ExpressionType
{
    /// <summary>Not known: a variable of Grafana may be anything.</summary>
    Unknown,

    /// <summary>One number.</summary>
    Scalar,

    /// <summary>One sample for each of a set of series.</summary>
    InstantVector,

    /// <summary>All samples of a time for each of a set of series.</summary>
    RangeVector,

    /// <summary>A string.</summary>
    Text,
}
