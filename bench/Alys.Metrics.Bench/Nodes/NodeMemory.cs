namespace Alys.Metrics.Bench.Nodes;

/// <summary>Bytes of memory of a node that are resident.</summary>
/// <param name="Peak">The most in its life.</param>
/// <param name="Settled">After a full collection.</param>
internal readonly record struct NodeMemory(double Peak, double Settled);
