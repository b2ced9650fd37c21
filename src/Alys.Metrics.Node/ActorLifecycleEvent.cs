namespace Alys.Metrics.Node;

/// <summary>A step in an actor's life: the label <c>event</c>.</summary>
public enum ActorLifecycleEvent
{
    /// <summary>From the decision to create it until it runs.</summary>
    Spawn,

    /// <summary>From the decision to stop it until it is gone.</summary>
    Stop,

    /// <summary>From its failure until it runs again.</summary>
    Recovery,
}
