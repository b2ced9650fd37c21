using Alys.DevNode.Chain;
using Alys.DevNode.Peers;

namespace Alys.DevNode.Messages;

// What the sync, network and peer actors are told and asked.

/// <summary>Get to the head of the network.</summary>
internal sealed record StartSync;

/// <summary>Do nothing until <see cref="StartSync"/>.</summary>
internal sealed record StopSync;

/// <summary>Get some blocks and import them.</summary>
internal sealed record RequestBlocks(long From, int Count);

/// <summary>Whether the node is near enough to the head to produce. Answered with a Boolean.</summary>
internal sealed record CanProduceBlocks;

/// <summary>Tell the peers of a block.</summary>
internal sealed record BroadcastBlock(Block Block);

/// <summary>Tell the peers of a transaction.</summary>
internal sealed record BroadcastTransaction(Transaction Transaction);

/// <summary>Ask a peer.</summary>
internal sealed record SendRequest(int PeerId);

/// <summary>Listen to a topic.</summary>
internal sealed record SubscribeToTopic(string Topic);

/// <summary>Something that a newer version says and this one does not know: no actor handles it.</summary>
internal sealed record NewerGossip;

/// <summary>Connect to a peer.</summary>
internal sealed record ConnectToPeer(PeerProfile Peer);

/// <summary>End a connection.</summary>
internal sealed record DisconnectFromPeer(int PeerId);

/// <summary>Say how good a peer is.</summary>
internal sealed record UpdatePeerScore(int PeerId);

/// <summary>The best peers. Answered with their ids.</summary>
internal sealed record GetBestPeers(int Count);

/// <summary>Look for peers.</summary>
internal sealed record StartDiscovery;
