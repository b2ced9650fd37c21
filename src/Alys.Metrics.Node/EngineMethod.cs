namespace Alys.Metrics.Node;

/// <summary>A call of the engine API: the label <c>method</c>.</summary>
public enum EngineMethod
{
    /// <summary>Sets head and finalised block, and starts a payload.</summary>
    ForkchoiceUpdated,

    /// <summary>Fetches the payload that was built.</summary>
    GetPayload,

    /// <summary>Has a payload executed.</summary>
    NewPayload,
}
