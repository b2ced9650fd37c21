namespace Alys.Metrics.Node;

/// <summary>The connection to governance: the label that a state set is named by.</summary>
public enum GovernanceState
{
    /// <summary>On the way.</summary>
    Connecting,

    /// <summary>There, not known yet.</summary>
    Connected,

    /// <summary>Known.</summary>
    Authenticated,

    /// <summary>Messages flow.</summary>
    Streaming,

    /// <summary>Lost, and trying again.</summary>
    Reconnecting,

    /// <summary>Gone.</summary>
    Disconnected,
}
