namespace Alys.DevNode.Messages;

// What faults send. Any actor of the node takes them.

/// <summary>Throw.</summary>
internal sealed record Fail(string Reason);

/// <summary>Do not return until the token is cancelled.</summary>
internal sealed record Hang(CancellationToken Until);
