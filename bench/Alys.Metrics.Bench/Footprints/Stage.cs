namespace Alys.Metrics.Bench.Footprints;

/// <summary>20 values of a closed label.</summary>
public enum Stage
{
    A,
    B,
    C,
    D,
    E,
    F,
    G,
    H,
    I,
    J,
    K,
    L,
    M,
    N,
    O,
    P,
    Q,
    R,
    S,
    T,
}
