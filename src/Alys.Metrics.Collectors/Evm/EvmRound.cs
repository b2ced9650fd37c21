using System.Collections.Immutable;
using System.Text.Json;
using Alys.Metrics.Node;

namespace Alys.Metrics.Collectors.Evm;

/// <summary>
/// One reading of a node. The first batch asks for everything that is wanted every round and for the blocks that are
/// expected; more batches follow only while blocks are missing and there is time. What the first batch must bring (the
/// sync state and the head) fails the round when it is missing or malformed; anything else is a partial failure.
/// </summary>
internal sealed class EvmRound
{
    private const string Syncing = "eth_syncing";
    private const string GetBlock = "eth_getBlockByNumber";
    private const string ClientVersion = "web3_clientVersion";
    private const string ChainId = "eth_chainId";
    private const string PoolStatus = "txpool_status";
    private const string PeerCount = "net_peerCount";
    private const string Peers = "admin_peers";

    private static readonly string[] Optional = [ClientVersion, ChainId, PoolStatus, PeerCount, Peers];

    private readonly JsonRpcClient _client;
    private readonly EvmCollectorOptions _options;
    private readonly NodeMemory _memory;
    private readonly TimeProvider _clock;
    private readonly long _started;

    /// <summary>Blocks by number as this round read them.</summary>
    private readonly Dictionary<long, ChainBlock> _blocks = [];

    private readonly AnswerReader _reader;

    private int _batchBlocks;

    public EvmRound(
        JsonRpcClient client, string node, EvmCollectorOptions options, NodeMemory memory, TimeProvider clock)
    {
        _client = client;
        _reader = new AnswerReader(node);
        _options = options;
        _memory = memory;
        _clock = clock;
        _started = clock.GetTimestamp();
        _batchBlocks = memory.BatchBlocks;
    }

    /// <summary>Reads the node.</summary>
    /// <exception cref="CollectorException">The sync state or the head could not be read.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was asked for.</exception>
    public async Task<EvmReading> ReadAsync(CancellationToken cancellation)
    {
        List<JsonRpcRequest> calls = Wanted();
        int firstBlock = calls.Count;
        long[] numbers = Expected();
        calls.AddRange(numbers.Select(BlockCall));

        using JsonRpcAnswers answers = await _client.CallAsync(calls, cancellation);
        SyncProgress? progress = _reader.Required(answers[0], Syncing, SyncProgress.Read);
        ChainBlock head = _reader.Required(answers[1], GetBlock, ReadHead);
        T? Read<T>(string method, Func<JsonElement, T?> read)
        {
            int call = calls.FindIndex(candidate => candidate.Method == method);
            return call < 0 ? default : _reader.Optional(answers[call], method, read);
        }

        string? version = Read(ClientVersion, ReadVersion);
        long? chainId = Read(ChainId, ReadNumber);
        TxPoolStatus? pool = Read(PoolStatus, TxPoolStatus.Read);
        long? peers = Read(PeerCount, ReadNumber);
        var sync = SyncReading.Conclude(
            head.Number, progress, Read(Peers, PeerHeads.Read), peers, _options.CatchupGap);

        _ = TakeBlocks(numbers, answers, firstBlock, head.Number);
        _blocks[head.Number] = head;
        ChainFollower chain = IsOtherChain(chainId) ? new ChainFollower(_options.MaxCatchUpBlocks) : _memory.Chain;
        ChainStep step = await FollowAsync(chain, head, cancellation);
        return new EvmReading(
            sync, head, step, pool, peers, version, chainId, _reader.Failures, Remember(step, version, chainId));
    }

    private List<JsonRpcRequest> Wanted()
    {
        var calls = new List<JsonRpcRequest> { new(Syncing), new(GetBlock, """["latest",false]""") };
        calls.AddRange(
            Optional.Where(method => !_memory.MissingMethods.Contains(method))
                .Select(method => new JsonRpcRequest(method)));
        return calls;
    }

    /// <summary>The blocks that should be there by now, and block 0 when the chain may be another one.</summary>
    private long[] Expected()
    {
        var numbers = new List<long>();
        if (_memory.Recovering || _memory.Chain.NeedsGenesis) numbers.Add(0);
        if (_memory.Chain.Newest is { } newest)
            for (int next = 1; next <= Math.Min(_memory.ExpectedBlocks, _batchBlocks); next++)
                numbers.Add(newest + next);
        return [.. numbers];
    }

    /// <summary>A node that was exchanged for one of another chain without a failed round between.</summary>
    private bool IsOtherChain(long? chainId) =>
        chainId is not null && _memory.ChainId is not null && chainId != _memory.ChainId;

    private async Task<ChainStep> FollowAsync(ChainFollower chain, ChainBlock head, CancellationToken cancellation)
    {
        bool mayAsk = true;
        while (true)
        {
            ChainStep step = chain.Follow(head, _blocks, mayAsk);
            if (step.Unlinked)
                _reader.Fail(CollectorFailure.InvalidResponse, "gave blocks of two branches at once");
            if (step.Missing.Count == 0) return step;
            mayAsk = _clock.GetElapsedTime(_started) < _options.CatchUpTime
                && await ReadBlocksAsync([.. step.Missing.Take(_batchBlocks)], head.Number, cancellation);
        }
    }

    /// <summary>Reads more blocks; false when that brought nothing.</summary>
    private async Task<bool> ReadBlocksAsync(long[] numbers, long head, CancellationToken cancellation)
    {
        try
        {
            using JsonRpcAnswers answers = await _client.CallAsync([.. numbers.Select(BlockCall)], cancellation);
            return TakeBlocks(numbers, answers, 0, head);
        }
        catch (CollectorException e)
        {
            _reader.Fail(e);
            if (e.Reason != CollectorFailure.Connection) _batchBlocks = Math.Max(1, _batchBlocks / 2);
            return false;
        }
    }

    /// <summary>Keeps the blocks up to the head; those beyond it belong to the next round. Some clients answer a
    /// number beyond the head with an error, and block 0 when they have pruned it: neither is a failure.</summary>
    /// <returns>Whether the first of them, the one most needed, is there.</returns>
    private bool TakeBlocks(long[] numbers, JsonRpcAnswers answers, int firstCall, long head)
    {
        for (int i = 0; i < numbers.Length; i++)
        {
            long number = numbers[i];
            JsonRpcAnswer answer = answers[firstCall + i];
            if (number > head || (number == 0 && answer.Error is not null)) continue;
            ChainBlock? block = _reader.Optional(answer, GetBlock, result => ChainBlock.Read(result, number));
            if (block is not null) _blocks[number] = block;
        }

        return numbers.Length > 0 && _blocks.ContainsKey(numbers[0]);
    }

    private NodeMemory Remember(ChainStep step, string? version, long? chainId)
    {
        bool sameClient = version is null || _memory.ClientVersion is null || version == _memory.ClientVersion;
        ImmutableHashSet<string> missing = sameClient ? _memory.MissingMethods : [];
        long advance = (step.Next.Newest ?? 0) - (_memory.Chain.Newest ?? step.Next.Newest ?? 0);
        bool tooMuch = _batchBlocks < _memory.BatchBlocks;
        return new NodeMemory(
            step.Next, tooMuch ? _batchBlocks : Math.Min(_options.BlocksPerBatch, Grow(_batchBlocks)))
        {
            MissingMethods = missing.Union(_reader.MissingMethods),
            ClientVersion = version ?? _memory.ClientVersion,
            ChainId = chainId ?? _memory.ChainId,

            // A round may be late by a block or two.
            ExpectedBlocks = (int)Math.Clamp(advance + 2, 0, _options.BlocksPerBatch),
            Recovering = false,
        };
    }

    private static int Grow(int blocks) => blocks + Math.Max(1, blocks / 4);

    private static JsonRpcRequest BlockCall(long number) => new(GetBlock, $"""["{Quantity.Format(number)}",false]""");

    private static ChainBlock ReadHead(JsonElement answer) =>
        ChainBlock.Read(answer) ?? throw new FormatException("there is no latest block yet");

    private static long? ReadNumber(JsonElement answer) => Quantity.Read(answer);

    private static string? ReadVersion(JsonElement answer) =>
        NodeText.Read(answer) ?? throw new FormatException("not a text");
}
