using System.Text.Json;

namespace Alys.Metrics.Collectors.Evm;

/// <summary>How many transactions wait in a node's pool.</summary>
internal sealed record TxPoolStatus(long Pending, long Queued)
{
    /// <summary>Reads an answer of <c>txpool_status</c>.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static TxPoolStatus Read(JsonElement answer) => answer.ValueKind == JsonValueKind.Object
        ? new TxPoolStatus(Quantity.Read(answer, "pending"), Quantity.Read(answer, "queued"))
        : throw new FormatException("not an object");
}
