namespace Alys.Metrics.Collectors.Evm;

/// <summary>A block that joined the chain, to be reported once.</summary>
/// <param name="Block">The block.</param>
/// <param name="SinceParent">Its timestamp less its parent's; never negative.</param>
internal readonly record struct SeenBlock(ChainBlock Block, TimeSpan SinceParent);
