namespace Alys.Metrics.Node;

/// <summary>How good a peer is: the label <c>score</c>, by its score from 0 to 100.</summary>
public enum PeerScore
{
    /// <summary>Below 10.</summary>
    Banned,

    /// <summary>From 10, below 40.</summary>
    Poor,

    /// <summary>From 40, below 70.</summary>
    Fair,

    /// <summary>From 70.</summary>
    Good,
}
