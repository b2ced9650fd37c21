namespace Alys.Metrics.Node;

/// <summary>Type of an actor: the label <c>actor_type</c>.</summary>
public enum ActorType
{
    /// <summary>ChainActor.</summary>
    Chain,

    /// <summary>EngineActor.</summary>
    Engine,

    /// <summary>BridgeActor.</summary>
    Bridge,

    /// <summary>SyncActor.</summary>
    Sync,

    /// <summary>NetworkActor.</summary>
    Network,

    /// <summary>PeerActor.</summary>
    Peer,

    /// <summary>StorageActor.</summary>
    Storage,

    /// <summary>StreamActor: the governance stream.</summary>
    Stream,

    /// <summary>Supervisors.</summary>
    Supervisor,

    /// <summary>Actors of the actor system itself.</summary>
    System,
}
