namespace Alys.Metrics.Bench.Nodes;

/// <summary>What of the product is on in a node.</summary>
internal enum NodeVariant
{
    [LabelValue("nothing")]
    Off,

    /// <summary>The same once more: what comes out is what chance does.</summary>
    [LabelValue("nothing, once more")]
    OffAgain,

    /// <summary>All but the actors, as in a v1 node, which has none to be measured.</summary>
    [LabelValue("instruments, collectors, scrapes")]
    Instruments,

    /// <summary>The whole product with its defaults.</summary>
    [LabelValue("and actors: the whole product")]
    Product,
}
