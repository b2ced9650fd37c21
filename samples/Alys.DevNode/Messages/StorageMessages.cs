using Alys.DevNode.Chain;

namespace Alys.DevNode.Messages;

// What the storage actor is told and asked.

/// <summary>Keep a block. Answered with <see cref="Stored"/>.</summary>
internal sealed record StoreBlock(Block Block);

/// <summary>It is on the disk.</summary>
internal sealed record Stored;

/// <summary>The block of a height. Answered with <see cref="FoundBlock"/>.</summary>
internal sealed record GetBlock(long Height);

/// <summary>A block; null: it is not here.</summary>
internal sealed record FoundBlock(Block? Block);

/// <summary>Accounts have changed.</summary>
internal sealed record UpdateState(Hash256 StateRoot);

/// <summary>Blocks at once.</summary>
internal sealed record BatchWrite(IReadOnlyList<Block> Blocks);

/// <summary>The head is another block; what is above it is taken away. Answered with <see cref="Stored"/>.</summary>
internal sealed record UpdateChainHead(long Height);

/// <summary>Hand everything to the disk.</summary>
internal sealed record FlushCache;

/// <summary>Keep the accounts as they are.</summary>
internal sealed record CreateCheckpoint;

/// <summary>Take the accounts from the newest checkpoint.</summary>
internal sealed record RestoreCheckpoint;
