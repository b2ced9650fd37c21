namespace Alys.Metrics.Node;

/// <summary>What became of a gossip message: the label <c>status</c>.</summary>
public enum GossipStatus
{
    /// <summary>It came in.</summary>
    Received,

    /// <summary>It went out.</summary>
    Sent,

    /// <summary>It was not understood, or not allowed.</summary>
    Rejected,
}
