namespace Alys.Metrics.Node;

/// <summary>What a peer is: the label <c>kind</c>.</summary>
public enum PeerKind
{
    /// <summary>A member of the federation.</summary>
    Federation,

    /// <summary>A miner.</summary>
    Miner,

    /// <summary>A node.</summary>
    Regular,

    /// <summary>A node that others are found by.</summary>
    Bootstrap,

    /// <summary>Not known.</summary>
    Unknown,
}
