namespace Alys.PromQL.Tree;

/// <summary>What is true of aggregations.</summary>
public static class AggregationOperatorExtensions
{
    /// <summary>Whether it takes a parameter before its operand.</summary>
    public static bool HasParameter(this AggregationOperator @operator) =>
        @operator >= AggregationOperator.TopK;

    /// <summary>Whether it returns some of the series as they are instead of new ones.</summary>
    public static bool KeepsSeries(this AggregationOperator @operator) => @operator
        is AggregationOperator.TopK or AggregationOperator.BottomK
        or AggregationOperator.LimitK or AggregationOperator.LimitRatio;

    /// <summary>How it is written.</summary>
    public static string ToName(this AggregationOperator @operator) => @operator switch
    {
        AggregationOperator.Sum => "sum",
        AggregationOperator.Avg => "avg",
        AggregationOperator.Count => "count",
        AggregationOperator.Min => "min",
        AggregationOperator.Max => "max",
        AggregationOperator.Group => "group",
        AggregationOperator.Stddev => "stddev",
        AggregationOperator.Stdvar => "stdvar",
        AggregationOperator.TopK => "topk",
        AggregationOperator.BottomK => "bottomk",
        AggregationOperator.CountValues => "count_values",
        AggregationOperator.Quantile => "quantile",
        AggregationOperator.LimitK => "limitk",
        _ => "limit_ratio",
    };
}
