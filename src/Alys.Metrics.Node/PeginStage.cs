namespace Alys.Metrics.Node;

/// <summary>Where a peg-in is: the label <c>stage</c>.</summary>
public enum PeginStage
{
    /// <summary>Its transaction was seen.</summary>
    Detected,

    /// <summary>It waits for confirmations.</summary>
    Confirming,

    /// <summary>It has them.</summary>
    Confirmed,

    /// <summary>It is put into a block.</summary>
    Processing,
}
