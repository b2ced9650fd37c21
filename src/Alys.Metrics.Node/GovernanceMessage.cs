namespace Alys.Metrics.Node;

/// <summary>A message of the governance stream: the label <c>message_type</c>.</summary>
public enum GovernanceMessage
{
    /// <summary>A sign of life.</summary>
    Heartbeat,

    /// <summary>Please sign.</summary>
    SignatureRequest,

    /// <summary>Signed.</summary>
    SignatureResponse,

    /// <summary>A peg-in was seen.</summary>
    PeginNotification,

    /// <summary>The federation changed.</summary>
    FederationUpdate,

    /// <summary>A proposal is open.</summary>
    ProposalNotification,

    /// <summary>How the node is.</summary>
    StatusUpdate,

    /// <summary>None of these.</summary>
    Other,
}
