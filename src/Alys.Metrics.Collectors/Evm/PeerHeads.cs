using System.Text.Json;

namespace Alys.Metrics.Collectors.Evm;

/// <summary>The heights that a node's peers claim.</summary>
internal static class PeerHeads
{
    /// <summary>Reads an answer of <c>admin_peers</c>: the highest block that two peers claim, so that a single liar
    /// moves nothing; with one peer its own claim; null when no peer tells a height.</summary>
    /// <remarks>Peers that speak eth/69 tell their latest block, renewed at least every 32 blocks; geth shows it as
    /// <c>protocols.eth.latestBlock</c>. Peers still in the handshake have a text in the place of <c>eth</c>.
    /// <b>Source:</b> go-ethereum <c>eth/peer.go</c>, EIP-7642.</remarks>
    /// <exception cref="FormatException">It is no list.</exception>
    public static long? Read(JsonElement answer)
    {
        if (answer.ValueKind != JsonValueKind.Array) throw new FormatException("not a list");
        long? highest = null;
        long? second = null;
        foreach (JsonElement peer in answer.EnumerateArray())
        {
            if (LatestBlock(peer) is not { } height) continue;
            if (highest is null || height > highest) (highest, second) = (height, highest);
            else if (second is null || height > second) second = height;
        }

        return second ?? highest;
    }

    private static long? LatestBlock(JsonElement peer) =>
        Member(peer, "protocols") is { } protocols && Member(protocols, "eth") is { } eth
            && Member(eth, "latestBlock") is { } latest && Quantity.TryRead(latest, out long height)
            ? height
            : null;

    private static JsonElement? Member(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement value) ? value : null;
}
