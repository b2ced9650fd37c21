namespace Alys.Metrics.Bench;

/// <summary>A label of a closed set.</summary>
public enum Outcome
{
    Success,
    Failure,
    Timeout,
}
