namespace Alys.Metrics.Node;

/// <summary>Kind of a context switch: the label <c>kind</c>.</summary>
public enum ContextSwitch
{
    /// <summary>The process waited for something.</summary>
    Voluntary,

    /// <summary>The scheduler took the CPU away.</summary>
    Involuntary,
}
