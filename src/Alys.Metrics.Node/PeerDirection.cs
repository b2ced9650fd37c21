namespace Alys.Metrics.Node;

/// <summary>Who called whom: the label <c>direction</c>.</summary>
public enum PeerDirection
{
    /// <summary>The peer.</summary>
    Inbound,

    /// <summary>This node.</summary>
    Outbound,
}
