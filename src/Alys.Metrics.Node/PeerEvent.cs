namespace Alys.Metrics.Node;

/// <summary>What happened to a peer: the label <c>event</c>.</summary>
public enum PeerEvent
{
    /// <summary>It came.</summary>
    Connected,

    /// <summary>It went.</summary>
    Disconnected,

    /// <summary>It was sent away.</summary>
    Banned,

    /// <summary>There was no room for it.</summary>
    Refused,

    /// <summary>It could not be reached.</summary>
    DialFailed,
}
