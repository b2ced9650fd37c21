using Alys.DevNode.Bridge;

namespace Alys.DevNode.Messages;

// What the bridge actor and the stream to governance are told and asked.

/// <summary>A deposit was seen on Bitcoin.</summary>
internal sealed record ProcessPegin(Pegin Pegin);

/// <summary>A burn was seen on the sidechain.</summary>
internal sealed record ProcessPegout(Pegout Pegout);

/// <summary>Signatures for a peg-out came.</summary>
internal sealed record ApplySignatures(int PegoutId, bool IsComplete);

/// <summary>Look at what the federation can spend.</summary>
internal sealed record RefreshUtxos;

/// <summary>Go on with all that waits.</summary>
internal sealed record RetryFailedOperations;

/// <summary>The federation has another address.</summary>
internal sealed record UpdateFederationAddress(long Version);

/// <summary>The stream is alive.</summary>
internal sealed record Heartbeat;

/// <summary>Members are to sign a peg-out.</summary>
internal sealed record SignatureRequest(Pegout Pegout);

/// <summary>A member has signed.</summary>
internal sealed record SignatureResponse(int PegoutId, int Member, byte[] Signature);

/// <summary>A peg-in is known to governance.</summary>
internal sealed record PeginNotification(int PeginId);

/// <summary>Governance has another list of members.</summary>
internal sealed record FederationUpdate(long Version);

/// <summary>Governance votes on something.</summary>
internal sealed record ProposalNotification(int Proposal);

/// <summary>How governance is doing.</summary>
internal sealed record StatusUpdate(int Number);
