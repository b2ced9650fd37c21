using System.Buffers;
using System.Globalization;
using System.Text;
using Alys.Metrics.Collectors.Evm;
using Alys.Metrics.Node;
using Microsoft.Extensions.Time.Testing;

namespace Alys.Metrics.Collectors.Tests.Evm;

public sealed class EvmCollectorTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.FromUnixTimeSeconds(1_700_000_100));
    private readonly MetricRegistry _registry = new();
    private FakeNode _node = null!;
    private EvmCollector _collector = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _node = await FakeNode.StartAsync();
        _collector = new EvmCollector(
            new EvmCollectorOptions { Url = _node.Server.Url },
            new SyncMetrics(_registry, _clock, Presence.WhenReported),
            new ChainMetrics(_registry, _clock),
            new TxPoolMetrics(_registry, Presence.WhenReported),
            new PeerMetrics(_registry, Presence.WhenReported),
            new ExecutionClientMetrics(_registry),
            _clock);
    }

    public async ValueTask DisposeAsync()
    {
        _collector.Dispose();
        await _node.DisposeAsync();
    }

    [Fact]
    public async Task Nothing_is_claimed_before_the_first_report()
    {
        Assert.Null(Value("alys_sync_current_height"));
        await _collector.CollectAsync(Cancellation);
        Assert.Null(Value("alys_sync_current_height"));
    }

    [Fact]
    public async Task A_round_shows_where_the_node_stands()
    {
        _node.Chain.Mine(10);
        _node.Results["txpool_status"] = """{"pending":"0x4","queued":"0x2"}""";
        await RoundAsync();
        Assert.Equal(10, Value("alys_sync_current_height"));
        Assert.Equal(10, Value("alys_sync_target_height"));
        Assert.Equal(4, Value("alys_sync_state"));
        Assert.Equal(80, Value("alys_chain_head_age_seconds"));
        Assert.Equal(30_000_000, Value("alys_chain_block_gas_limit"));
        Assert.Equal(6, Value("alys_txpool_size"));
        Assert.Equal(4, Value("alys_txpool_transactions{state=\"pending\"}"));
        Assert.Equal(2, Value("alys_txpool_transactions{state=\"queued\"}"));
        Assert.Equal(3, Value("alys_peer_count"));
        Assert.Equal(1, Value("alys_execution_client_info{client_version=\"fake/v1\",chain_id=\"31337\"}"));
    }

    [Fact]
    public async Task Every_block_is_in_the_histograms_once()
    {
        await RoundAsync();
        _node.Chain.Mine(3);
        await RoundAsync();
        _node.Chain.Mine(4);
        await RoundAsync();
        await RoundAsync();
        Assert.Equal(7, Value("alys_chain_block_interval_seconds_count"));
        Assert.Equal(14, Value("alys_chain_block_interval_seconds_sum"));
        Assert.Equal(7, Value("alys_chain_block_gas_used_count"));
        Assert.Equal(21_000 * 28, Value("alys_chain_block_gas_used_sum"));
        Assert.Equal(7, Value("alys_chain_block_transactions_count"));
        Assert.Equal(7, Value("alys_sync_blocks_applied_total"));
    }

    [Fact]
    public async Task A_round_that_is_not_reported_is_made_up_for_by_the_next()
    {
        await RoundAsync();
        _node.Chain.Mine(3);
        await _collector.CollectAsync(Cancellation);
        await RoundAsync();
        Assert.Equal(3, Value("alys_chain_block_interval_seconds_count"));
    }

    [Fact]
    public async Task A_reorg_and_a_rollback_are_counted_with_their_depth()
    {
        await RoundAsync();
        _node.Chain.Mine(10);
        await RoundAsync();
        _node.Chain.Reorganise(2, 3);
        await RoundAsync();
        Assert.Equal(1, Value("alys_chain_reorgs_total"));
        _node.Chain.RollBack(4);
        await RoundAsync();
        await RoundAsync();
        await RoundAsync();
        Assert.Equal(2, Value("alys_chain_reorgs_total"));
        Assert.Equal(6, Value("alys_chain_reorg_depth_blocks_sum"));
    }

    [Fact]
    public async Task Blocks_that_are_too_many_are_counted_as_skipped()
    {
        await RoundAsync();
        _node.Chain.Mine(1_100);
        await RoundAsync();
        Assert.Equal(1_100 - 1024, Value("alys_chain_blocks_skipped_total"));
        Assert.Equal(1_024, Value("alys_chain_block_transactions_count"));
    }

    [Fact]
    public async Task What_the_node_lacks_stays_absent()
    {
        _node.Results.Remove("txpool_status");
        _node.Results.Remove("net_peerCount");
        _node.Results.Remove("web3_clientVersion");
        await RoundAsync();
        Assert.Null(Value("alys_txpool_size"));
        Assert.Null(Value("alys_peer_count"));
        Assert.DoesNotContain("alys_execution_client_info{", Page(), StringComparison.Ordinal);
        Assert.Equal(0, Value("alys_sync_current_height"));
    }

    [Fact]
    public async Task An_optional_part_that_fails_is_told_and_its_gauges_go()
    {
        await RoundAsync();
        _node.Results["txpool_status"] = "[]";
        CollectedRound round = await RoundAsync();
        Assert.Equal(CollectorFailure.InvalidResponse, Assert.Single(round.PartialFailures).Reason);
        Assert.Null(Value("alys_txpool_size"));
        Assert.Equal(3, Value("alys_peer_count"));
    }

    [Fact]
    public async Task Forgotten_gauges_leave_the_page_and_counters_stay()
    {
        await RoundAsync();
        _node.Chain.Mine(2);
        await RoundAsync();
        _collector.Forget();
        foreach (string gauge in (string[])["alys_sync_current_height", "alys_sync_target_height", "alys_sync_state",
            "alys_sync_blocks_per_second", "alys_chain_head_age_seconds", "alys_txpool_size", "alys_peer_count"])
            Assert.Null(Value(gauge));
        Assert.Equal(2, Value("alys_chain_block_interval_seconds_count"));
    }

    [Theory]
    [InlineData("non-json", CollectorFailure.InvalidJson)]
    [InlineData("truncated", CollectorFailure.InvalidJson)]
    [InlineData("broken-off", CollectorFailure.Connection)]
    [InlineData("huge", CollectorFailure.TooLarge)]
    [InlineData("status", CollectorFailure.HttpStatus)]
    [InlineData("refused-batch", CollectorFailure.RpcError)]
    [InlineData("wrong-type", CollectorFailure.InvalidResponse)]
    [InlineData("hanging", CollectorFailure.Timeout)]
    public async Task A_node_gone_wrong_is_survived(string fault, CollectorFailure reason)
    {
        await RoundAsync();
        _node.Chain.Mine(3);
        GoWrong(fault);
        int before = _node.Server.Requests;
        Task<CollectedRound> failing = _collector.CollectAsync(Cancellation);
        if (fault == "hanging") await ExpireAsync(before);
        var e = await Assert.ThrowsAsync<CollectorException>(() => failing);
        Assert.Equal(reason, e.Reason);

        _node.Serve();
        await RoundAsync();
        Assert.Equal(3, Value("alys_sync_current_height"));
        Assert.Equal(3, Value("alys_chain_block_interval_seconds_count"));
        Assert.Equal(0, Value("alys_chain_reorgs_total"));
    }

    [Fact]
    public async Task A_node_that_comes_back_goes_on_where_it_was()
    {
        _node.Chain.Mine(5);
        await RoundAsync();
        int port = _node.Server.Url.Port;
        TestChain chain = _node.Chain;
        await _node.DisposeAsync();
        var e = await Assert.ThrowsAsync<CollectorException>(() => _collector.CollectAsync(Cancellation));
        Assert.Equal(CollectorFailure.Connection, e.Reason);

        _node = await FakeNode.StartAsync(port);
        _node.Chain = chain;
        chain.Mine(3);
        await RoundAsync();
        Assert.Equal(8, Value("alys_sync_current_height"));
        Assert.Equal(3, Value("alys_chain_block_interval_seconds_count"));
    }

    [Fact]
    public async Task A_node_that_comes_back_with_another_chain_has_no_reorg()
    {
        _node.Chain.Mine(5);
        await RoundAsync();
        _node.Server.AnswerStatus(503);
        await Assert.ThrowsAsync<CollectorException>(() => _collector.CollectAsync(Cancellation));
        _node.Chain = new TestChain(firstHash: 1_000_000);
        _node.Chain.Mine(2);
        _node.Serve();
        await RoundAsync();
        await RoundAsync();
        Assert.Equal(2, Value("alys_sync_current_height"));
        Assert.Equal(0, Value("alys_chain_reorgs_total"));
    }

    [Fact]
    public async Task A_round_that_is_cancelled_says_so()
    {
        _node.Server.Hang();
        using var giveUp = new CancellationTokenSource();
        Task<CollectedRound> collecting = _collector.CollectAsync(giveUp.Token);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => collecting);
    }

    [Theory]
    [InlineData("ws://127.0.0.1:8546", 64)]
    [InlineData("http://127.0.0.1:8545", 0)]
    public void Settings_out_of_range_are_refused_at_once(string url, int blocksPerBatch)
    {
        var options = new EvmCollectorOptions { Url = new Uri(url), BlocksPerBatch = blocksPerBatch };
        Assert.Throws<ArgumentException>(() => new EvmCollector(
            options, null!, null!, null!, null!, null!, _clock));
    }

    private void GoWrong(string fault)
    {
        LoopbackServer server = _node.Server;
        switch (fault)
        {
            case "non-json": server.AnswerText("<html>Bad Gateway</html>"); break;
            case "truncated": server.AnswerText("""[{"jsonrpc":"2.0","id":1,"resu"""); break;
            case "broken-off": server.BreakOff("""[{"jsonrpc":"2.0","""); break;
            case "huge": server.Flood(11 * 1024 * 1024); break;
            case "status": server.AnswerStatus(500); break;
            case "refused-batch": server.AnswerText($$"""{"id":null,"error":{{FakeNode.MethodNotFound}}}"""); break;
            case "wrong-type": server.AnswerText("""{"id":1,"result":"0x1"}"""); break;
            default: server.Hang(); break;
        }
    }

    /// <summary>Lets the request's time run out once it has reached the node.</summary>
    private async Task ExpireAsync(int requestsBefore)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        deadline.CancelAfter(TimeSpan.FromSeconds(30));
        while (_node.Server.Requests == requestsBefore)
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, deadline.Token);
        _clock.Advance(TimeSpan.FromSeconds(3));
    }

    private async Task<CollectedRound> RoundAsync()
    {
        CollectedRound round = await _collector.CollectAsync(Cancellation);
        round.Report();
        return round;
    }

    private string Page()
    {
        var page = new ArrayBufferWriter<byte>();
        _registry.Write(page, ExpositionFormat.Text);
        return Encoding.UTF8.GetString(page.WrittenSpan);
    }

    private double? Value(string series) => Page().Split('\n')
        .Where(line => line.StartsWith(series + " ", StringComparison.Ordinal))
        .Select(line => double.Parse(line.AsSpan(series.Length + 1), NumberStyles.Float, CultureInfo.InvariantCulture))
        .Cast<double?>()
        .SingleOrDefault();
}
