using Alys.Metrics.Collectors.Evm;
using Alys.Metrics.Node;
using Microsoft.Extensions.Time.Testing;

namespace Alys.Metrics.Collectors.Tests.Evm;

public sealed class EvmRoundTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new();
    private readonly EvmCollectorOptions _options = new();
    private FakeNode _node = null!;
    private JsonRpcClient _client = null!;
    private NodeMemory _memory = null!;

    public async ValueTask InitializeAsync()
    {
        _node = await FakeNode.StartAsync();
        _client = new JsonRpcClient(
            new NodeEndpoint(_node.Server.Url), _options.MaxResponseBytes, _options.RequestTimeout, _clock);
        _memory = new NodeMemory(new ChainFollower(_options.MaxCatchUpBlocks), _options.BlocksPerBatch);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _node.DisposeAsync();
    }

    [Fact]
    public async Task In_steady_state_a_round_is_one_request()
    {
        await ReadAsync();
        _node.Chain.Mine(5);
        await ReadAsync();
        _node.Batches.Clear();
        for (int round = 0; round < 5; round++)
        {
            _node.Chain.Mine(4 + round % 3);
            EvmReading reading = await ReadAsync();
            Assert.Equal(4 + round % 3, reading.Step.Blocks.Count);
        }

        Assert.Equal(5, _node.Batches.Count);
    }

    [Fact]
    public async Task A_round_reads_all_that_the_node_tells()
    {
        _node.Chain.Mine(3);
        _node.Results["txpool_status"] = """{"pending":"0x2","queued":1}""";
        EvmReading reading = await ReadAsync();
        Assert.Equal(new SyncReading(3, 3, SyncState.Synced), reading.Sync);
        Assert.Equal(_node.Chain.Head, reading.Head);
        Assert.Equal(new TxPoolStatus(2, 1), reading.TxPool);
        Assert.Equal(3, reading.Peers);
        Assert.Equal("fake/v1", reading.ClientVersion);
        Assert.Equal(31337, reading.ChainId);
        Assert.Empty(reading.PartialFailures);
    }

    [Fact]
    public async Task The_heights_of_peers_are_the_target_of_a_node_that_does_not_sync()
    {
        _node.Results["admin_peers"] =
            """[{"protocols":{"eth":{"latestBlock":70}}},{"protocols":{"eth":{"latestBlock":64}}}]""";
        Assert.Equal(new SyncReading(0, 64, SyncState.Catchup), (await ReadAsync()).Sync);
    }

    [Fact]
    public async Task A_method_that_the_node_lacks_is_asked_for_once()
    {
        _node.Results.Remove("net_peerCount");
        _node.Errors["admin_peers"] = """{"code":-32604,"message":"Method not enabled"}""";
        EvmReading reading = await ReadAsync();
        Assert.Null(reading.Peers);
        Assert.Empty(reading.PartialFailures);

        await ReadAsync();
        Assert.Contains("net_peerCount", _node.Batches[0]);
        Assert.DoesNotContain("net_peerCount", _node.Batches[1]);
        Assert.DoesNotContain("admin_peers", _node.Batches[1]);
        Assert.Contains("txpool_status", _node.Batches[1]);
    }

    [Fact]
    public async Task A_method_that_was_lacking_is_asked_for_again_when_the_client_changes_and_after_a_failure()
    {
        _node.Results.Remove("net_peerCount");
        await ReadAsync();
        _node.Results["web3_clientVersion"] = "\"fake/v2\"";
        await ReadAsync();
        await ReadAsync();
        _memory = _memory.AfterFailure(CollectorFailure.Connection);
        await ReadAsync();
        Assert.Equal([true, false, true, true], _node.Batches.Select(batch => batch.Contains("net_peerCount")));
    }

    [Theory]
    [InlineData("txpool_status", """{"code":-32000,"message":"busy"}""", null, CollectorFailure.RpcError)]
    [InlineData("txpool_status", null, """{"pending":"lots","queued":0}""", CollectorFailure.InvalidResponse)]
    [InlineData("net_peerCount", null, "null", CollectorFailure.InvalidResponse)]
    [InlineData("web3_clientVersion", null, "5", CollectorFailure.InvalidResponse)]
    [InlineData("web3_clientVersion", null, "\"\\ud800\"", CollectorFailure.InvalidResponse)]
    [InlineData("eth_chainId", null, "\"0xffffffffffffffffff\"", CollectorFailure.InvalidResponse)]
    [InlineData("admin_peers", null, "{}", CollectorFailure.InvalidResponse)]
    public async Task Something_optional_that_is_malformed_costs_only_itself(
        string method, string? error, string? result, CollectorFailure reason)
    {
        if (error is not null) _node.Errors[method] = error;
        if (result is not null) _node.Results[method] = result;
        EvmReading reading = await ReadAsync();
        PartialFailure failure = Assert.Single(reading.PartialFailures);
        Assert.Equal(reason, failure.Reason);
        Assert.Contains(method, failure.Message, StringComparison.Ordinal);
        Assert.Equal(SyncState.Synced, reading.Sync.State);
        Assert.Contains(method, await NextBatchAsync());
    }

    [Theory]
    [InlineData("eth_syncing", null, "\"no\"", CollectorFailure.InvalidResponse)]
    [InlineData("eth_syncing", FakeNode.MethodNotFound, null, CollectorFailure.RpcError)]
    [InlineData("eth_getBlockByNumber", null, "{}", CollectorFailure.InvalidResponse)]
    [InlineData("eth_getBlockByNumber", null, "null", CollectorFailure.InvalidResponse)]
    [InlineData("eth_getBlockByNumber", null, "[1]", CollectorFailure.InvalidResponse)]
    [InlineData("eth_getBlockByNumber", """{"code":-32000,"message":"no db"}""", null, CollectorFailure.RpcError)]
    public async Task Something_required_that_is_malformed_fails_the_round(
        string method, string? error, string? result, CollectorFailure reason)
    {
        if (error is not null) _node.Errors[method] = error;
        if (result is not null) _node.Results[method] = result;
        var e = await Assert.ThrowsAsync<CollectorException>(ReadAsync);
        Assert.Equal(reason, e.Reason);
    }

    [Fact]
    public async Task A_backlog_is_read_in_bounded_batches()
    {
        await ReadAsync();
        _node.Chain.Mine(200);
        EvmReading reading = await ReadAsync();
        Assert.Equal(_node.Chain.Blocks[1..], reading.Step.Blocks.Select(seen => seen.Block));
        Assert.All(_node.Batches.Skip(2), batch => Assert.InRange(batch.Length, 1, 64));
    }

    [Fact]
    public async Task A_backlog_beyond_the_bound_is_counted_as_skipped()
    {
        await ReadAsync();
        _node.Chain.Mine(2_000);
        EvmReading reading = await ReadAsync();
        Assert.Equal(2_000 - 1024, reading.Step.Skipped);
        Assert.Equal(1024, reading.Step.Blocks.Count);
        Assert.Equal(new SyncReading(2_000, 2_000, SyncState.Synced), reading.Sync);
    }

    [Fact]
    public async Task A_backlog_is_left_to_the_next_round_when_time_is_short()
    {
        await ReadAsync();
        _node.Chain.Mine(200);
        _options.CatchUpTime = TimeSpan.Zero;
        EvmReading first = await ReadAsync();
        Assert.Equal(200, first.Head.Number);
        _options.CatchUpTime = TimeSpan.FromSeconds(1);
        EvmReading second = await ReadAsync();
        Assert.Equal(_node.Chain.Blocks[1..], first.Step.Blocks.Concat(second.Step.Blocks).Select(seen => seen.Block));
    }

    [Fact]
    public async Task A_node_that_allows_fewer_calls_in_a_batch_is_asked_for_fewer()
    {
        await ReadAsync();
        _node.Chain.Mine(60);
        _node.BatchLimit = 20;
        var seen = new List<SeenBlock>();
        for (int round = 0; round < 4; round++) seen.AddRange(await TryReadAsync());
        Assert.Equal(_node.Chain.Blocks[1..], seen.Select(block => block.Block));
    }

    [Fact]
    public async Task An_error_in_place_of_a_needed_block_is_a_partial_failure()
    {
        await ReadAsync();
        _node.Chain.Mine(4);
        _node.Blocks[3] = """ "error":{"code":-32000,"message":"not now"} """;
        EvmReading reading = await ReadAsync();
        Assert.Equal([1, 2], reading.Step.Blocks.Select(seen => seen.Block.Number));
        Assert.All(reading.PartialFailures, failure => Assert.Equal(CollectorFailure.RpcError, failure.Reason));
        _node.Blocks.Clear();
        Assert.Equal([3, 4], (await ReadAsync()).Step.Blocks.Select(seen => seen.Block.Number));
    }

    [Fact]
    public async Task A_block_that_the_node_does_not_show_does_not_make_it_ask_without_end()
    {
        await ReadAsync();
        _node.Chain.Mine(4);
        _node.Blocks[2] = """ "result":null """;
        EvmReading reading = await ReadAsync();
        Assert.Equal([1], reading.Step.Blocks.Select(seen => seen.Block.Number));
        Assert.InRange(_node.Batches.Count, 2, 4);
    }

    [Fact]
    public async Task An_error_for_a_block_beyond_the_head_is_no_failure()
    {
        await ReadAsync();
        _node.Chain.Mine(1);
        _node.Blocks[2] = """ "error":{"code":-32000,"message":"header not found"} """;
        Assert.Empty((await ReadAsync()).PartialFailures);
        Assert.Empty((await ReadAsync()).PartialFailures);
    }

    [Fact]
    public async Task A_node_that_no_longer_has_block_0_is_followed_all_the_same()
    {
        _node.Blocks[0] = """ "error":{"code":4444,"message":"pruned history unavailable"} """;
        Assert.Empty((await ReadAsync()).PartialFailures);
        _node.Chain.Mine(10);
        Assert.Equal(10, (await ReadAsync()).Step.Blocks.Count);
        _node.Chain.Reorganise(3, 4);
        EvmReading reading = await ReadAsync();
        Assert.Equal(3, reading.Step.ReorgDepth);
        Assert.Empty(reading.PartialFailures);
    }

    [Fact]
    public async Task Another_chain_is_told_apart_after_a_failure_however_far_it_is()
    {
        _node.Chain.Mine(10);
        await ReadAsync();
        _memory = _memory.AfterFailure(CollectorFailure.Connection);
        _node.Chain = new TestChain(firstHash: 1_000_000);
        _node.Chain.Mine(2_000);
        EvmReading reading = await ReadAsync();
        Assert.Equal(0, reading.Step.Skipped);
        Assert.Empty(reading.Step.Blocks);
        Assert.Equal(0, reading.Step.ReorgDepth);
    }

    [Fact]
    public async Task Another_chain_id_is_another_chain()
    {
        await ReadAsync();
        _node.Chain.Mine(10);
        await ReadAsync();
        _node.Results["eth_chainId"] = "\"0x1\"";
        _node.Chain.Reorganise(5, 8);
        EvmReading reading = await ReadAsync();
        Assert.Equal(0, reading.Step.ReorgDepth);
        Assert.Empty(reading.Step.Blocks);
    }

    [Fact]
    public async Task A_reorg_is_read_with_the_blocks_it_takes()
    {
        await ReadAsync();
        _node.Chain.Mine(30);
        await ReadAsync();
        _node.Chain.Reorganise(12, 14);
        EvmReading reading = await ReadAsync();
        Assert.Equal(12, reading.Step.ReorgDepth);
        Assert.Equal(_node.Chain.Blocks[^14..], reading.Step.Blocks.Select(seen => seen.Block));
    }

    private async Task<EvmReading> ReadAsync()
    {
        var round = new EvmRound(_client, "http://node", _options, _memory, _clock);
        EvmReading reading = await round.ReadAsync(TestContext.Current.CancellationToken);
        _memory = reading.Memory;
        return reading;
    }

    private async Task<IReadOnlyList<SeenBlock>> TryReadAsync()
    {
        try
        {
            return (await ReadAsync()).Step.Blocks;
        }
        catch (CollectorException e)
        {
            _memory = _memory.AfterFailure(e.Reason);
            return [];
        }
    }

    private async Task<string[]> NextBatchAsync()
    {
        _node.Batches.Clear();
        await ReadAsync();
        return _node.Batches[0];
    }
}
