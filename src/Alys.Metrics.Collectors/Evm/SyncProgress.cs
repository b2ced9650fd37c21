using System.Text.Json;

namespace Alys.Metrics.Collectors.Evm;

/// <summary>What a node that is syncing says of it.</summary>
/// <param name="Current">The block it has got to; null when it does not say.</param>
/// <param name="Highest">The highest block it knows of; null when it does not say.</param>
/// <param name="Headers">The block its header stage has got to; only clients that sync in stages say so.</param>
internal sealed record SyncProgress(long? Current, long? Highest, long? Headers)
{
    /// <summary>Reads an answer of <c>eth_syncing</c>; null when the node says that it is not syncing.</summary>
    /// <remarks>Arbitrum's and other clients' objects lack the usual members; Erigon and reth add <c>stages</c>.
    /// <b>Source:</b> Ethereum JSON-RPC, <c>eth_syncing</c>.</remarks>
    /// <exception cref="FormatException">It is neither false nor a progress.</exception>
    public static SyncProgress? Read(JsonElement answer) => answer.ValueKind switch
    {
        JsonValueKind.False => null,
        JsonValueKind.Object => new SyncProgress(
            Quantity.ReadHeight(answer, "currentBlock"),
            Quantity.ReadHeight(answer, "highestBlock"),
            ReadHeaders(answer)),
        _ => throw new FormatException("neither false nor an object"),
    };

    /// <summary>Erigon writes <c>stage_name</c> and <c>block_number</c>, reth <c>name</c> and <c>block</c>.</summary>
    private static long? ReadHeaders(JsonElement answer)
    {
        if (!answer.TryGetProperty("stages", out JsonElement stages) || stages.ValueKind != JsonValueKind.Array)
            return null;
        foreach (JsonElement stage in stages.EnumerateArray())
        {
            if (stage.ValueKind != JsonValueKind.Object) continue;
            if (!stage.TryGetProperty("stage_name", out JsonElement name) && !stage.TryGetProperty("name", out name))
                continue;
            if (name.ValueKind != JsonValueKind.String || !name.ValueEquals("Headers")) continue;
            return Quantity.ReadHeight(stage, "block_number") ?? Quantity.ReadHeight(stage, "block");
        }

        return null;
    }
}
