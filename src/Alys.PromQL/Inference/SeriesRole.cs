namespace Alys.PromQL.Inference;

/// <summary>What a series is of its metric.</summary>
public enum SeriesRole
{
    /// <summary>The value itself.</summary>
    Value,

    /// <summary><c>_bucket</c> of a histogram, with <c>le</c>.</summary>
    Bucket,

    /// <summary><c>_sum</c> of a histogram or a summary.</summary>
    Sum,

    /// <summary><c>_count</c> of a histogram or a summary.</summary>
    Count,

    /// <summary>A quantile of a summary, with <c>quantile</c>.</summary>
    Quantile,
}
