namespace Alys.Metrics.Bench.Micro;

/// <summary>A label of a closed set.</summary>
public enum Outcome
{
    Success,
    Failure,
    Timeout,
}
