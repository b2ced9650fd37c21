namespace Alys.Metrics.Node;

/// <summary>What a comparison said: the label <c>result</c>.</summary>
public enum ComparisonResult
{
    /// <summary>Equal.</summary>
    Match,

    /// <summary>Not equal.</summary>
    Mismatch,
}
