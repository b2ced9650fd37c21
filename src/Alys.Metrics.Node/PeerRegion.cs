namespace Alys.Metrics.Node;

/// <summary>Where a peer is: the label <c>region</c>.</summary>
public enum PeerRegion
{
    /// <summary>North and Central America, the Caribbean.</summary>
    NorthAmerica,

    /// <summary>Europe.</summary>
    Europe,

    /// <summary>Asia.</summary>
    Asia,

    /// <summary>South America.</summary>
    SouthAmerica,

    /// <summary>Africa.</summary>
    Africa,

    /// <summary>Australia and the Pacific.</summary>
    Oceania,

    /// <summary>Not known, or a private address.</summary>
    Unknown,
}
