namespace Alys.Metrics.Node;

/// <summary>Which way a message went: the label <c>direction</c>.</summary>
public enum MessageDirection
{
    /// <summary>From this node.</summary>
    Sent,

    /// <summary>To this node.</summary>
    Received,
}
