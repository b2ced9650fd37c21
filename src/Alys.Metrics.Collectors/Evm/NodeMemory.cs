using System.Collections.Immutable;
using Alys.Metrics.Node;

namespace Alys.Metrics.Collectors.Evm;

/// <summary>What the collector carries from one round to the next. It never changes: a round makes a new one, which
/// takes its place when the round is reported.</summary>
/// <param name="Chain">The chain as far as it was reported.</param>
/// <param name="BatchBlocks">How many blocks a batch may ask for.</param>
internal sealed record NodeMemory(ChainFollower Chain, int BatchBlocks)
{
    /// <summary>Methods that the node does not have: not asked for again.</summary>
    public ImmutableHashSet<string> MissingMethods { get; init; } = [];

    /// <summary>As the node last told it; null when it did not.</summary>
    public string? ClientVersion { get; init; }

    /// <summary>As the node last told it; null when it did not.</summary>
    public long? ChainId { get; init; }

    /// <summary>How many new blocks are expected: these are asked for before it is known whether they exist, so that a
    /// round takes one request.</summary>
    public int ExpectedBlocks { get; init; }

    /// <summary>Whether the last round failed: the node may be another one now.</summary>
    public bool Recovering { get; init; } = true;

    /// <summary>After a round that failed: everything is asked for again, and less at once if it may have been too
    /// much.</summary>
    public NodeMemory AfterFailure(CollectorFailure reason) => this with
    {
        MissingMethods = [],
        Recovering = true,
        BatchBlocks = reason == CollectorFailure.Connection ? BatchBlocks : Math.Max(1, BatchBlocks / 2),
    };
}
