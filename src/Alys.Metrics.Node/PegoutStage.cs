namespace Alys.Metrics.Node;

/// <summary>Where a peg-out is: the label <c>stage</c>.</summary>
public enum PegoutStage
{
    /// <summary>It was asked for.</summary>
    Initiated,

    /// <summary>The burn is checked.</summary>
    ValidatingBurn,

    /// <summary>The Bitcoin transaction is built.</summary>
    BuildingTransaction,

    /// <summary>The federation signs.</summary>
    CollectingSignatures,

    /// <summary>Enough have signed.</summary>
    SigningComplete,

    /// <summary>It is sent to Bitcoin.</summary>
    Broadcasting,

    /// <summary>It waits for confirmations.</summary>
    Broadcast,

    /// <summary>It has them.</summary>
    Confirmed,
}
