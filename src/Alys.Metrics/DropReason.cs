namespace Alys.Metrics;

/// <summary>Why an observation was dropped: the label <c>reason</c> of
/// <c>alys_metrics_observations_dropped_total</c>.</summary>
internal enum DropReason
{
    /// <summary>A negative amount for a counter or a histogram.</summary>
    Negative,

    /// <summary>NaN for a histogram.</summary>
    [LabelValue("nan")]
    NotANumber,

    /// <summary>An infinity for a histogram.</summary>
    Infinite,

    /// <summary>More for a counter than any count.</summary>
    TooLarge,

    /// <summary>An enum family was asked for a number outside its enum.</summary>
    UnknownLabel,

    /// <summary>A tag of a meter's measurement whose own code threw.</summary>
    BadTag,
}
