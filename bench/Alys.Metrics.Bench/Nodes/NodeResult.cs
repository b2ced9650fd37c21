namespace Alys.Metrics.Bench.Nodes;

/// <summary>What was measured of one variant, in the order in which it was, so that the entries of two variants with
/// the same index are neighbours in time.</summary>
internal sealed class NodeResult
{
    /// <summary>One a round.</summary>
    public List<NodeStep> Steps { get; } = [];

    /// <summary>One a process of which rounds are measured: what it took until its code was compiled.</summary>
    public List<NodeStep> Warming { get; } = [];

    /// <summary>One a process of which memory is measured.</summary>
    public List<NodeMemory> Memory { get; } = [];

    /// <summary>Length of the page, compressed; 0: it has none.</summary>
    public long PageBytes { get; set; }
}
