using Alys.DevNode.Chain;

namespace Alys.DevNode.Messages;

// What the engine actor, which owns the execution and the transaction pool, is told and asked.

/// <summary>Begin to build a payload. Answered with <see cref="PayloadBuilding"/>.</summary>
internal sealed record BuildPayload(long Height);

/// <summary>A payload is being built.</summary>
internal sealed record PayloadBuilding(long PayloadId);

/// <summary>Take the payload that was built. Answered with a <see cref="Payload"/>.</summary>
internal sealed record GetPayload(long PayloadId);

/// <summary>What a block is to hold.</summary>
internal sealed record Payload(Block Block);

/// <summary>Run a block's transactions. Answered with <see cref="PayloadStatus"/>.</summary>
internal sealed record ExecutePayload(Block Block);

/// <summary>Whether a payload is valid.</summary>
internal sealed record PayloadStatus(bool IsValid);

/// <summary>A call of the engine failed.</summary>
internal sealed record EngineFailed(Alys.Metrics.Node.EngineError Reason);

/// <summary>This block is the head now. Answered with <see cref="PayloadStatus"/>.</summary>
internal sealed record ForkchoiceUpdated(Block Head);

/// <summary>Take back the newest blocks, down to a height. Answered with <see cref="PayloadStatus"/>.</summary>
internal sealed record RewindTo(long Height);

/// <summary>A transaction came in.</summary>
internal sealed record ValidateIncomingTransaction(Transaction Transaction);
