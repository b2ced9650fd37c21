using System.Text.Json;

namespace Alys.Metrics.Collectors.Evm;

/// <summary>What the collector keeps of a block.</summary>
internal sealed record ChainBlock(
    long Number, BlockHash Hash, BlockHash Parent, DateTimeOffset Time, long GasUsed, long GasLimit, int Transactions)
{
    /// <summary>The last second that a <see cref="DateTimeOffset"/> can hold, the end of the year 9999.</summary>
    private const long LastSecond = 253_402_300_799;

    /// <summary>Reads an answer of <c>eth_getBlockByNumber</c>; null when the node has no such block.</summary>
    /// <param name="answer">The result of the call.</param>
    /// <param name="number">The number that was asked for; null for <c>latest</c>.</param>
    /// <exception cref="FormatException">It is not a block, or not the one asked for.</exception>
    public static ChainBlock? Read(JsonElement answer, long? number = null)
    {
        if (answer.ValueKind == JsonValueKind.Null) return null;
        if (answer.ValueKind != JsonValueKind.Object) throw new FormatException("not a block");
        if (!answer.TryGetProperty("transactions", out JsonElement transactions)
            || transactions.ValueKind != JsonValueKind.Array)
            throw new FormatException("'transactions' is not a list");

        long own = Quantity.ReadHeight(answer, "number")
            ?? throw new FormatException("'number' is missing");
        if (number is { } asked && own != asked) throw new FormatException("another block than the one asked for");
        return new ChainBlock(
            own,
            BlockHash.Read(answer, "hash"),
            BlockHash.Read(answer, "parentHash"),
            ReadTime(answer),
            Quantity.Read(answer, "gasUsed"),
            Quantity.Read(answer, "gasLimit"),
            transactions.GetArrayLength());
    }

    private static DateTimeOffset ReadTime(JsonElement answer)
    {
        long seconds = Quantity.Read(answer, "timestamp");
        if (seconds > LastSecond) throw new FormatException("'timestamp' is beyond the year 9999");
        return DateTimeOffset.FromUnixTimeSeconds(seconds);
    }
}
