namespace Alys.Metrics.Bench.Footprints;

/// <summary>25 values of a closed label.</summary>
public enum Shard
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
    U,
    V,
    W,
    X,
    Y,
}
