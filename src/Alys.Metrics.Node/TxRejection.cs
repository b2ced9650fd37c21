namespace Alys.Metrics.Node;

/// <summary>Why a transaction was not taken into the pool: the label <c>reason</c>.</summary>
public enum TxRejection
{
    /// <summary>The fee is too low.</summary>
    InsufficientFee,

    /// <summary>The nonce does not fit.</summary>
    InvalidNonce,

    /// <summary>The sender cannot pay.</summary>
    InsufficientBalance,

    /// <summary>It asks for too much gas.</summary>
    GasLimitExceeded,

    /// <summary>The signature is wrong.</summary>
    InvalidSignature,

    /// <summary>The sender does not exist.</summary>
    AccountNotFound,

    /// <summary>No room.</summary>
    PoolFull,

    /// <summary>It is there already.</summary>
    DuplicateTransaction,

    /// <summary>It is malformed.</summary>
    InvalidTransaction,

    /// <summary>Refused for load.</summary>
    NetworkCongestion,

    /// <summary>The sender is limited.</summary>
    RateLimited,

    /// <summary>None of these.</summary>
    Other,
}
