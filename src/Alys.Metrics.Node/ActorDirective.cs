namespace Alys.Metrics.Node;

/// <summary>What a supervisor decided about an actor that failed: the label <c>directive</c>.</summary>
public enum ActorDirective
{
    /// <summary>It goes on as it is.</summary>
    Resume,

    /// <summary>It starts again.</summary>
    Restart,

    /// <summary>It is stopped.</summary>
    Stop,

    /// <summary>Its supervisor fails as well.</summary>
    Escalate,
}
