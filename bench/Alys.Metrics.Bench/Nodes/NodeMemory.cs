namespace Alys.Metrics.Bench.Nodes;

/// <summary>Bytes of memory of a node that are resident.</summary>
/// <param name="Peak">The most in its life.</param>
/// <param name="Settled">After a full collection.</param>
/// <param name="Trimmed">After that, once malloc has given back what it keeps; NaN where it cannot be told to.</param>
internal readonly record struct NodeMemory(double Peak, double Settled, double Trimmed);
