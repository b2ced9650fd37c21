using System.Net;
using Alys.Monitor.Tests.Fixtures;

namespace Alys.Monitor.Tests.EndToEnd;

/// <summary>The built monitor beside a real anvil.</summary>
public sealed class WatchTests
{
    [Fact]
    public async Task A_node_that_dies_is_named_and_its_gauges_go_and_all_comes_back_with_it()
    {
        await using WatchedChain watched = await WatchedChain.StartAsync();
        await watched.UntilAsync("alys_sync_current_height", height => height >= 0);
        await watched.UntilAsync("process_resident_memory_bytes", bytes => bytes > 0);

        await watched.Chain.KillAsync();

        // Every collector has rounds of its own, so the process may be missed before the chain is.
        await watched.UntilAsync("alys_collector_up{collector=\"evm\"}", up => up == 0);
        string unready = await watched.UntilAsync("/ready", HttpStatusCode.ServiceUnavailable);
        Assert.Contains("evm: ", unready, StringComparison.Ordinal);
        await watched.UntilAsync("alys_sync_current_height", height => height is null);
        await watched.UntilAsync("process_resident_memory_bytes", bytes => bytes is null);
        string page = await watched.PageAsync();
        foreach (string gone in new[]
        {
            "\nalys_sync_target_height ", "\nalys_sync_state ", "\nalys_sync_blocks_per_second ", "\nalys_txpool_size ",
            "\nalys_chain_head_age_seconds ", "\nalys_execution_client_info{", "\nalys_memory_usage_bytes ",
        })
        {
            Assert.DoesNotContain(gone, page, StringComparison.Ordinal);
        }

        Assert.Contains("\nalys_sync_blocks_applied_total ", page, StringComparison.Ordinal);
        Assert.False(watched.Monitor.HasExited);

        await watched.Chain.RestartAsync();

        await watched.UntilAsync("/ready", HttpStatusCode.OK);
        await watched.UntilAsync("alys_collector_up{collector=\"evm\"}", up => up == 1);
        await watched.UntilAsync("alys_sync_current_height", height => height >= 0);
        await watched.UntilAsync("process_resident_memory_bytes", bytes => bytes > 0);
    }

    [Fact]
    public async Task The_height_is_the_nodes_own_and_every_block_is_seen_once()
    {
        await using WatchedChain watched = await WatchedChain.StartAsync();
        await watched.Chain.PauseMiningAsync();
        long start = await watched.Chain.HeightAsync();
        await watched.UntilAsync("alys_sync_current_height", height => height == start);
        double seen = (await watched.ValueAsync("alys_chain_block_interval_seconds_count"))!.Value;

        await watched.Chain.MineAsync(500);

        await watched.UntilAsync("alys_sync_current_height", height => height == start + 500);
        await watched.UntilAsync("alys_chain_block_interval_seconds_count", count => count == seen + 500);
        Assert.Equal(0, await watched.ValueAsync("alys_chain_blocks_skipped_total"));
    }

    [Fact]
    public async Task A_rollback_and_a_reorg_are_each_counted_once_with_their_depth()
    {
        await using WatchedChain watched = await WatchedChain.StartAsync();
        await watched.Chain.PauseMiningAsync();
        await watched.Chain.MineAsync(20);
        long height = await watched.Chain.HeightAsync();
        await watched.UntilAsync("alys_sync_current_height", shown => shown == height);

        await watched.Chain.CallAsync("anvil_rollback", 5);
        await watched.UntilAsync("alys_chain_reorgs_total", reorgs => reorgs == 1);
        await watched.UntilAsync("alys_chain_reorg_depth_blocks_sum", depth => depth == 5);

        await watched.Chain.CallAsync("anvil_reorg", 3, Array.Empty<object>());
        await watched.UntilAsync("alys_chain_reorgs_total", reorgs => reorgs == 2);
        await watched.UntilAsync("alys_chain_reorg_depth_blocks_sum", depth => depth == 8);
    }

    [Fact]
    public async Task A_transaction_moves_the_pool_there_and_its_block_moves_it_back()
    {
        await using WatchedChain watched = await WatchedChain.StartAsync();
        await watched.Chain.PauseMiningAsync();
        await watched.UntilAsync("alys_txpool_size", size => size == 0);

        await watched.Chain.TransferAsync();
        await watched.UntilAsync("alys_txpool_size", size => size == 1);
        await watched.UntilAsync("alys_txpool_transactions{state=\"pending\"}", pending => pending == 1);

        await watched.Chain.MineAsync(1);
        await watched.UntilAsync("alys_txpool_size", size => size == 0);
        await watched.UntilAsync("alys_chain_block_transactions_sum", transactions => transactions >= 1);
    }

    [Fact]
    public async Task What_the_node_lacks_stays_absent()
    {
        await using WatchedChain watched = await WatchedChain.StartAsync();

        string page = await watched.PageAsync();

        // anvil has no net_peerCount: nobody knows how many peers there are, and 0 would say that there are none.
        Assert.DoesNotContain("alys_peer_count", page, StringComparison.Ordinal);
        Assert.Contains("alys_execution_client_info{client_version=\"anvil/", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_ends_it_with_0()
    {
        await using WatchedChain watched = await WatchedChain.StartAsync();

        watched.Monitor.Interrupt();

        Assert.Equal(0, await watched.Monitor.ExitAsync());
    }
}
