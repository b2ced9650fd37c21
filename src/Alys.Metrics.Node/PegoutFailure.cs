namespace Alys.Metrics.Node;

/// <summary>Why a peg-out failed: the label <c>reason</c>.</summary>
public enum PegoutFailure
{
    /// <summary>The burn is not what it claims.</summary>
    InvalidBurn,

    /// <summary>The federation has no outputs for it.</summary>
    InsufficientFunds,

    /// <summary>Too few signed in time.</summary>
    SignatureTimeout,

    /// <summary>Bitcoin did not take it.</summary>
    BroadcastRejected,

    /// <summary>The fee would eat the amount.</summary>
    FeeTooHigh,

    /// <summary>None of these.</summary>
    Other,
}
