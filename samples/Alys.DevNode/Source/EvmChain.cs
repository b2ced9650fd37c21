using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Alys.DevNode.Chain;

namespace Alys.DevNode.Source;

/// <summary>
/// The chain of a real EVM node, read over its JSON-RPC. Hashes, state roots and gas are that chain's; the author of a
/// block and its signature are this network's, as consensus adds them around an execution payload.
/// </summary>
/// <remarks><b>Threads:</b> any.</remarks>
internal sealed class EvmChain(HttpClient http, Uri url, Keys keys) : IChainSource
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public Task<long> HeadAsync(CancellationToken cancellation) => ReadAsync(async () =>
        Number(await CallAsync("eth_blockNumber", [], cancellation)));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Block>> BlocksAsync(long from, int count, CancellationToken cancellation) =>
        ReadAsync(() => GetBlocksAsync(from, count, cancellation));

    private async Task<IReadOnlyList<Block>> GetBlocksAsync(long from, int count, CancellationToken cancellation)
    {
        var blocks = new List<Block>();
        for (long height = from; height < from + count; height++)
        {
            string number = "0x" + height.ToString("x", CultureInfo.InvariantCulture);
            JsonElement block = await CallAsync("eth_getBlockByNumber", [number, true], cancellation);
            if (block.ValueKind != JsonValueKind.Object) break;
            blocks.Add(Read(block));
        }

        return blocks;
    }

    private Block Read(JsonElement block)
    {
        Transaction[] transactions = [.. block.GetProperty("transactions").EnumerateArray().Select(ReadTransaction)];
        long height = Number(block.GetProperty("number"));
        int author = ChainParameters.AuthorOf(height);
        Hash256 hash = Hash(block.GetProperty("hash"));
        var header = new BlockHeader(
            height, Hash(block.GetProperty("parentHash")), Number(block.GetProperty("timestamp")) * 1_000, author,
            MerkleTree.Root([.. transactions.Select(transaction => transaction.Hash)]),
            Hash(block.GetProperty("stateRoot")), Number(block.GetProperty("gasUsed")),
            Number(block.GetProperty("gasLimit")))
        {
            Hash = hash,
        };
        return new Block(header, transactions, keys.Sign(Keys.Authority(author), hash), IsForeign: true);
    }

    private static Transaction ReadTransaction(JsonElement transaction) =>
        new(0, 0, Number(transaction.GetProperty("nonce")), 0, 0, (int)Number(transaction.GetProperty("gas")))
        {
            Hash = Hash(transaction.GetProperty("hash")),
        };

    /// <summary>Whatever a node answers or does not, it is a failure of the source and not of this node.</summary>
    private async Task<T> ReadAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception error)
        {
            throw new SourceException($"{url} cannot be read: {error.Message}", error);
        }
    }

    private async Task<JsonElement> CallAsync(string method, object[] parameters, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        var request = new { jsonrpc = "2.0", id = 1, method, @params = parameters };
        using HttpResponseMessage response = await http.PostAsJsonAsync(url, request, limit.Token);
        response.EnsureSuccessStatusCode();
        JsonElement answer = await response.Content.ReadFromJsonAsync<JsonElement>(limit.Token);
        return answer.TryGetProperty("result", out JsonElement result)
            ? result
            : throw new InvalidDataException($"{method} was answered with an error: {answer}");
    }

    private static long Number(JsonElement value) =>
        long.Parse(value.GetString()![2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static Hash256 Hash(JsonElement value) => Hash256.TryParse(value.GetString(), out Hash256 hash)
        ? hash
        : throw new InvalidDataException($"{value} is no hash");
}
