namespace Alys.Metrics.Collectors.Evm;

/// <summary>What a round read. A part that is null could not be read, and its metrics stay absent.</summary>
/// <param name="Sync">Where the node stands.</param>
/// <param name="Head">Its latest block.</param>
/// <param name="Step">What is new on the chain.</param>
/// <param name="TxPool">Its transaction pool.</param>
/// <param name="Peers">How many peers it has.</param>
/// <param name="ClientVersion">Which client it is.</param>
/// <param name="ChainId">Which chain it follows.</param>
/// <param name="PartialFailures">What could not be read.</param>
/// <param name="Memory">What the next round is to know.</param>
internal sealed record EvmReading(
    SyncReading Sync,
    ChainBlock Head,
    ChainStep Step,
    TxPoolStatus? TxPool,
    long? Peers,
    string? ClientVersion,
    long? ChainId,
    IReadOnlyList<PartialFailure> PartialFailures,
    NodeMemory Memory);
