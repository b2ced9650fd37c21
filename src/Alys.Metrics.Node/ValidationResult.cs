namespace Alys.Metrics.Node;

/// <summary>What a check of a migration phase said: the label <c>result</c>.</summary>
public enum ValidationResult
{
    /// <summary>It may go on.</summary>
    Passed,

    /// <summary>It may not.</summary>
    Failed,
}
