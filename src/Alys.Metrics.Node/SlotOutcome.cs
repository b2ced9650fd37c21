namespace Alys.Metrics.Node;

/// <summary>What became of a slot of this node: the label <c>outcome</c>.</summary>
public enum SlotOutcome
{
    /// <summary>Its block came within the slot.</summary>
    OnTime,

    /// <summary>Its block came after the slot.</summary>
    Late,

    /// <summary>It has no block.</summary>
    Missed,
}
