namespace Alys.Metrics.Node;

/// <summary>How a round of signatures ended: the label <c>result</c>.</summary>
public enum SignatureResult
{
    /// <summary>Enough have signed.</summary>
    Complete,

    /// <summary>Too few came in time.</summary>
    Timeout,

    /// <summary>A signature was wrong.</summary>
    Invalid,
}
