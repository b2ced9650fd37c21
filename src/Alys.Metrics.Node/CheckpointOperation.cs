namespace Alys.Metrics.Node;

/// <summary>What was done with a checkpoint: the label <c>operation</c>.</summary>
public enum CheckpointOperation
{
    /// <summary>Made.</summary>
    Create,

    /// <summary>Gone back to.</summary>
    Restore,
}
