namespace Alys.PromQL.Tree;

/// <summary>What is taken at the edges of a range, an experiment of Prometheus 3.</summary>
public enum RangeEdge
{
    /// <summary>The samples inside only.</summary>
    Inside,

    /// <summary><c>anchored</c>: the last sample before it too.</summary>
    Anchored,

    /// <summary><c>smoothed</c>: values between the samples on both sides.</summary>
    Smoothed,
}
