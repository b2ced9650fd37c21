namespace Alys.Metrics.Node;

/// <summary>How a question to an actor ended: the label <c>result</c>.</summary>
public enum AskResult
{
    /// <summary>With an answer.</summary>
    Answered,

    /// <summary>Without one in time.</summary>
    Timeout,

    /// <summary>With a failure for an answer, or it was cancelled.</summary>
    Failed,
}
