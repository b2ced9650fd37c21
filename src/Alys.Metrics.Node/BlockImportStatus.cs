namespace Alys.Metrics.Node;

/// <summary>What became of a block that came in: the label <c>status</c>.</summary>
public enum BlockImportStatus
{
    /// <summary>It was looked at.</summary>
    Attempted,

    /// <summary>It is on the chain.</summary>
    Success,

    /// <summary>It is not.</summary>
    Rejected,
}
