using System.Globalization;
using System.Text.Json;
using Akka.Actor;
using Alys.DevNode.Chain;
using Alys.DevNode.Hosting;
using Alys.DevNode.Messages;
using Alys.DevNode.Mining;
using Alys.Metrics.Node;

namespace Alys.DevNode.Rpc;

/// <summary>The methods of v1's JSON-RPC.</summary>
/// <remarks><b>Threads:</b> any.</remarks>
internal sealed class RpcMethods(NodeServices node)
{
    private const int InvalidParameters = -32602;
    private const int UnknownMethod = -32601;
    private const int ChainSyncing = -32001;
    private const int NotFound = -32004;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public Task<RpcAnswer> CallAsync(string? name, JsonElement parameters) => name switch
    {
        "createauxblock" => CreateAuxBlockAsync(),
        "submitauxblock" => SubmitAuxBlockAsync(Text(parameters, 0), Text(parameters, 1)),
        "getdepositaddress" => Task.FromResult(RpcAnswer.Of(DepositAddress())),
        "getheadblock" => GetHeadAsync(),
        "getblockbyheight" => Task.FromResult(GetByHeight(parameters)),
        "getblockbyhash" => Task.FromResult(GetByHash(Text(parameters, 0))),
        "getqueuedpow" => Task.FromResult(RpcAnswer.Of(new { finalized = node.State.Finalized })),
        _ => Task.FromResult(RpcAnswer.Fail(UnknownMethod, "There is no such method.")),
    };

    private async Task<RpcAnswer> CreateAuxBlockAsync()
    {
        if (!await node.Actors.Sync.Ask<bool>(new CanProduceBlocks(), Patience) || node.State.Head is not { } head)
        {
            node.Metrics?.Mining.BlockRequested(AuxBlockStatus.ChainSyncing);
            return RpcAnswer.Fail(ChainSyncing, "The chain is syncing.", RpcStatus.ChainSyncing);
        }

        node.Metrics?.Mining.BlockRequested(AuxBlockStatus.Success);
        return RpcAnswer.Of(new { hash = head.Hash.ToString(), height = head.Height, bits = AuxPowCheck.Difficulty });
    }

    private async Task<RpcAnswer> SubmitAuxBlockAsync(string? hashText, string? proofText)
    {
        if (!Hash256.TryParse(hashText, out Hash256 hash) || AuxPowFormat.Parse(proofText) is not { } proof)
            return RpcAnswer.Fail(InvalidParameters, "submitauxblock takes a block hash and a proof, hexadecimal.");
        AuxPowStatus status = await node.Actors.Chain.Ask<AuxPowStatus>(new ProcessAuxPow(hash, proof), Patience);
        return RpcAnswer.Of(status == AuxPowStatus.Success);
    }

    private async Task<RpcAnswer> GetHeadAsync()
    {
        ChainStatus status = await node.Actors.Chain.Ask<ChainStatus>(new GetChainStatus(), Patience);
        return status.Head is { } head ? RpcAnswer.Of(Show(head)) : RpcAnswer.Fail(NotFound, "There is no block yet.");
    }

    private RpcAnswer GetByHeight(JsonElement parameters)
    {
        if (parameters.ValueKind != JsonValueKind.Array || parameters.GetArrayLength() == 0
            || parameters[0].ValueKind != JsonValueKind.Number || !parameters[0].TryGetInt64(out long height))
        {
            return RpcAnswer.Fail(InvalidParameters, "getblockbyheight takes a height.");
        }

        return node.Store.Read(height) is { } block ? RpcAnswer.Of(Show(block.Header))
            : RpcAnswer.Fail(NotFound, "There is no block of this height.");
    }

    private RpcAnswer GetByHash(string? text)
    {
        if (!Hash256.TryParse(text, out Hash256 hash))
            return RpcAnswer.Fail(InvalidParameters, "getblockbyhash takes a hash, hexadecimal.");
        return node.Store.Read(hash) is { } block ? RpcAnswer.Of(Show(block.Header))
            : RpcAnswer.Fail(NotFound, "There is no block of this hash.");
    }

    private string DepositAddress() =>
        "dev1" + Hash256.Of(BitConverter.GetBytes(node.Federation.Version)).ToString()[2..42];

    private static object Show(BlockHeader header) => new
    {
        height = header.Height,
        hash = header.Hash.ToString(),
        parent = header.Parent.ToString(),
        stateRoot = header.StateRoot.ToString(),
        transactionsRoot = header.TransactionsRoot.ToString(),
        time = header.Time.ToString("O", CultureInfo.InvariantCulture),
        author = header.Author,
        gasUsed = header.GasUsed,
    };

    private static string? Text(JsonElement parameters, int index) =>
        parameters.ValueKind == JsonValueKind.Array && parameters.GetArrayLength() > index
        && parameters[index].ValueKind == JsonValueKind.String ? parameters[index].GetString() : null;
}
