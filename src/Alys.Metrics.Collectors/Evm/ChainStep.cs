namespace Alys.Metrics.Collectors.Evm;

/// <summary>What <see cref="ChainFollower.Follow"/> made of a round: either blocks it must see first, or the
/// step.</summary>
/// <param name="Next">The follower after the step; the same one when nothing could be concluded.</param>
internal sealed record ChainStep(ChainFollower Next)
{
    /// <summary>Numbers of blocks to read before the step can be made, the most needed first. When there are any,
    /// nothing else is set.</summary>
    public IReadOnlyList<long> Missing { get; init; } = [];

    /// <summary>Blocks that joined the chain, oldest first.</summary>
    public IReadOnlyList<SeenBlock> Blocks { get; init; } = [];

    /// <summary>How many of our blocks another branch replaced or a rollback took away; 0 for none. When it reaches
    /// beyond what is remembered, as many as were remembered.</summary>
    public long ReorgDepth { get; init; }

    /// <summary>Blocks of the chain that were passed over because there were too many.</summary>
    public long Skipped { get; init; }

    /// <summary>The blocks read do not link up: the node moved to another branch while it answered. The next round
    /// asks again.</summary>
    public bool Unlinked { get; init; }
}
