using Alys.Metrics.Collectors.Evm;

namespace Alys.Metrics.Collectors.Tests.Evm;

public sealed class ChainFollowerTests
{
    private readonly TestChain _node = new();
    private readonly List<ChainBlock> _seen = [];
    private readonly List<long> _reorgs = [];
    private ChainFollower _follower = new(MaxCatchUp: 1024);
    private long _skipped;

    [Fact]
    public void The_first_round_sets_the_baseline_and_reports_nothing()
    {
        _node.Mine(50);
        Round();
        Assert.Empty(_seen);
        Assert.Equal(50, _follower.Newest);
    }

    [Fact]
    public void Every_block_between_two_rounds_is_seen_once_in_order()
    {
        Round();
        _node.Mine(7);
        Round();
        Round();
        _node.Mine(1);
        Round();
        Assert.Equal(_node.Blocks[1..], _seen);
        Assert.Empty(_reorgs);
    }

    [Fact]
    public void A_block_says_how_long_after_its_parent_it_came_never_negative()
    {
        Round();
        _node.Mine(1, seconds: 12);
        _node.Mine(1, seconds: -3);
        ChainStep step = Round();
        Assert.Equal([TimeSpan.FromSeconds(12), TimeSpan.Zero], step.Blocks.Select(block => block.SinceParent));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 4)]
    [InlineData(3, 2)]
    [InlineData(5, 5)]
    [InlineData(40, 60)]
    [InlineData(127, 130)]
    public void A_reorg_is_as_deep_as_the_blocks_that_were_replaced(int depth, int newBlocks)
    {
        Round();
        _node.Mine(200);
        Round();
        _seen.Clear();
        _node.Reorganise(depth, newBlocks);
        Round();
        Round();
        Assert.Equal([depth], _reorgs);
        Assert.Equal(_node.Blocks[^newBlocks..], _seen);
    }

    [Fact]
    public void A_reorg_beyond_what_is_remembered_is_as_deep_as_what_is_remembered()
    {
        Round();
        _node.Mine(200);
        Round();
        _node.Reorganise(150, 160);
        Round();
        Assert.Equal([ChainFollower.Remembered], _reorgs);
        Assert.Equal(138, _skipped);
        Assert.Equal(_node.Head.Number, _follower.Newest);
    }

    [Fact]
    public void A_lower_head_counts_as_a_rollback_when_the_next_round_confirms_it()
    {
        Round();
        _node.Mine(10);
        Round();
        _node.RollBack(3);
        Round();
        Assert.Empty(_reorgs);
        Round();
        Round();
        Assert.Equal([3], _reorgs);
    }

    [Fact]
    public void A_backend_that_lags_for_one_round_changes_nothing()
    {
        Round();
        _node.Mine(10);
        Round();
        ChainBlock[] full = [.. _node.Blocks];
        _node.RollBack(4);
        Round();
        _node.Switch(full);
        _node.Mine(1);
        Round();
        Assert.Empty(_reorgs);
        Assert.Equal(_node.Blocks[1..], _seen);
    }

    [Fact]
    public void A_rollback_that_grows_again_between_two_rounds_is_a_reorg()
    {
        Round();
        _node.Mine(10);
        Round();
        _node.RollBack(3);
        Round();
        _node.Mine(1);
        Round();
        Assert.Equal([3], _reorgs);
    }

    [Fact]
    public void A_branch_taken_up_again_is_a_reorg_but_its_blocks_are_not_seen_twice()
    {
        Round();
        _node.Mine(10);
        Round();
        ChainBlock[] first = [.. _node.Blocks];
        _node.Reorganise(2, 3);
        Round();
        _node.Switch(first);
        _node.Mine(4);
        Round();
        Assert.Equal([2, 3], _reorgs);
        Assert.Equal(_seen.Count, _seen.Select(block => block.Hash).Distinct().Count());
        Assert.Equal(10 + 3 + 4, _seen.Count);
    }

    [Fact]
    public void A_rollback_below_the_baseline_is_counted_once()
    {
        _node.Mine(10);
        Round();
        _node.RollBack(2);
        Round();
        Round();
        Round();
        Assert.Equal([2], _reorgs);
        Assert.Equal(8, _follower.Newest);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(30)]
    [InlineData(500)]
    public void Another_genesis_is_another_chain_and_no_reorg(int height)
    {
        _node.Mine(20);
        Round();
        _node.Mine(10);
        Round();
        var other = new TestChain(firstHash: 1_000_000);
        other.Mine(height);
        _node.Switch(other.Blocks);
        _seen.Clear();
        Round(knowsGenesis: true);
        Round();
        Assert.Empty(_reorgs);
        Assert.Empty(_seen);
        Assert.Equal(height, _follower.Newest);
    }

    [Fact]
    public void Another_chain_is_found_without_being_told_when_nothing_links()
    {
        _node.Mine(20);
        Round(knowsGenesis: true);
        var other = new TestChain(firstHash: 1_000_000);
        other.Mine(25);
        _node.Switch(other.Blocks);
        Round();
        Assert.Empty(_reorgs);
        Assert.Equal(25, _follower.Newest);
    }

    [Fact]
    public void Blocks_beyond_the_bound_are_passed_over_and_counted()
    {
        Round();
        _node.Mine(5_000);
        Round();
        Assert.Equal(5_000 - 1024, _skipped);
        Assert.Equal(_node.Blocks[^1024..], _seen);
    }

    [Fact]
    public void Without_more_reads_the_step_goes_as_far_as_the_blocks_reach()
    {
        Round();
        _node.Mine(10);
        ChainStep step = _follower.Follow(_node.Head, Read([1, 2, 3, 10]), mayAsk: false);
        Assert.Equal([1, 2, 3], step.Blocks.Select(seen => seen.Block.Number));
        Assert.Equal(3, step.Next.Newest);
    }

    [Fact]
    public void Without_the_blocks_that_tell_nothing_is_concluded()
    {
        Round();
        _node.Mine(10);
        Round();
        _node.Reorganise(5, 6);
        ChainStep step = _follower.Follow(_node.Head, Read([11]), mayAsk: false);
        Assert.Same(_follower, step.Next);
        Assert.Equal(0, step.ReorgDepth);
    }

    [Fact]
    public void Blocks_of_two_branches_conclude_nothing()
    {
        Round();
        _node.Mine(5);
        Dictionary<long, ChainBlock> mixed = Read([1, 2, 3]);
        _node.Reorganise(3, 3);
        mixed[4] = _node.Blocks[4];
        mixed[5] = _node.Blocks[5];
        ChainStep step = _follower.Follow(_node.Head, mixed, mayAsk: true);
        Assert.True(step.Unlinked);
        Assert.Same(_follower, step.Next);
        Assert.Empty(step.Blocks);
        Round();
        Assert.Equal(_node.Blocks[1..], _seen);
    }

    [Fact]
    public void A_step_that_is_not_taken_never_happened()
    {
        Round();
        _node.Mine(3);
        ChainFollower before = _follower;
        Round();
        _follower = before;
        _seen.Clear();
        Round();
        Assert.Equal(_node.Blocks[1..], _seen);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Whatever_the_node_does_each_block_is_seen_once_and_each_reorg_counted_once(int seed)
    {
        var random = new Random(seed);
        Round();
        int reorgs = 0;
        for (int round = 0; round < 500; round++)
        {
            bool fork = random.Next(4) == 0 && _node.Head.Number > 20;
            if (fork) _node.Reorganise(random.Next(1, 15), random.Next(15, 30));
            else _node.Mine(random.Next(0, 10));
            reorgs += fork ? 1 : 0;
            Round();
            Assert.Equal(_node.Head.Number, _follower.Newest);
        }

        Assert.Equal(reorgs, _reorgs.Count);
        Assert.Equal(_seen.Count, _seen.Select(block => block.Hash).Distinct().Count());
        Assert.Empty(_node.Blocks.Skip(1).Except(_seen));
    }

    /// <summary>A round as the collector makes it: the follower is given what it asks for.</summary>
    private ChainStep Round(bool knowsGenesis = false)
    {
        Dictionary<long, ChainBlock> read = Read(knowsGenesis || _follower.NeedsGenesis ? [0] : []);
        ChainStep step = _follower.Follow(_node.Head, read, mayAsk: true);
        for (int asked = 0; step.Missing.Count > 0; asked++)
        {
            Assert.True(asked < 2_000, "The follower asks without end.");
            foreach (long number in step.Missing.Take(64)) read.Add(number, _node.Blocks[(int)number]);
            step = _follower.Follow(_node.Head, read, mayAsk: true);
        }

        _follower = step.Next;
        _seen.AddRange(step.Blocks.Select(seen => seen.Block));
        if (step.ReorgDepth > 0) _reorgs.Add(step.ReorgDepth);
        _skipped += step.Skipped;
        return step;
    }

    private Dictionary<long, ChainBlock> Read(long[] numbers)
    {
        var read = numbers.ToDictionary(number => number, number => _node.Blocks[(int)number]);
        read[_node.Head.Number] = _node.Head;
        return read;
    }
}
