using Alys.Metrics.Collectors.Evm;
using Alys.Metrics.Node;

namespace Alys.Metrics.Collectors.Tests.Evm;

public sealed class SyncReadingTests
{
    private const long Gap = 1000;

    [Theory]
    [InlineData(0, 0L, 0L, null, SyncState.Discovering, 0)]
    [InlineData(0, null, null, null, SyncState.Discovering, 0)]
    [InlineData(0, 0L, 5_000L, 200L, SyncState.Headers, 5_000)]
    [InlineData(0, 0L, 5_000L, 4_500L, SyncState.Blocks, 5_000)]
    [InlineData(10, 10L, 5_000L, null, SyncState.Blocks, 5_000)]
    [InlineData(10, 4_000L, 5_000L, null, SyncState.Catchup, 5_000)]
    [InlineData(3_999, 3_999L, 5_000L, null, SyncState.Blocks, 5_000)]
    [InlineData(5_000, 4_000L, 4_999L, null, SyncState.Catchup, 5_000)]
    [InlineData(0, 0L, 0L, 5_000L, SyncState.Blocks, 5_000)]
    [InlineData(5_000, null, null, null, SyncState.Catchup, 5_000)]
    public void A_node_that_syncs_is_placed_by_how_far_behind_it_is(
        long head, long? current, long? highest, long? headers, SyncState state, long target)
    {
        var progress = new SyncProgress(current, highest, headers);
        var reading = SyncReading.Conclude(head, progress, peersBest: null, peers: 3, Gap);
        Assert.Equal(new SyncReading(Math.Max(head, current ?? 0), target, state), reading);
    }

    [Theory]
    [InlineData(0, null, 0L, SyncState.Discovering, 0)]
    [InlineData(0, null, null, SyncState.Synced, 0)]
    [InlineData(0, null, 2L, SyncState.Synced, 0)]
    [InlineData(100, null, 0L, SyncState.Synced, 100)]
    [InlineData(100, null, null, SyncState.Synced, 100)]
    [InlineData(100, 90L, 5L, SyncState.Synced, 100)]
    [InlineData(100, 102L, 5L, SyncState.Synced, 102)]
    [InlineData(100, 103L, 5L, SyncState.Catchup, 103)]
    [InlineData(0, 9_000L, 5L, SyncState.Catchup, 9_000)]
    public void A_node_that_does_not_sync_is_held_against_its_peers(
        long head, long? peersBest, long? peers, SyncState state, long target) =>
        Assert.Equal(
            new SyncReading(head, target, state), SyncReading.Conclude(head, progress: null, peersBest, peers, Gap));

    [Fact]
    public void Peers_that_are_further_raise_the_target_of_a_sync() => Assert.Equal(
        new SyncReading(10, 9_000, SyncState.Blocks),
        SyncReading.Conclude(10, new SyncProgress(10, 500, null), peersBest: 9_000, peers: 4, Gap));
}
