namespace Alys.Metrics.Node;

/// <summary>How a peg-in ended: the label <c>status</c>.</summary>
public enum PeginResult
{
    /// <summary>The amount was credited.</summary>
    Completed,

    /// <summary>It was not.</summary>
    Failed,
}
