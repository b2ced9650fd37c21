namespace Alys.Metrics.Node;

/// <summary>How an attempt ended: the label <c>status</c>.</summary>
public enum CallStatus
{
    /// <summary>It did what it was to do.</summary>
    Success,

    /// <summary>It did not.</summary>
    Failure,
}
