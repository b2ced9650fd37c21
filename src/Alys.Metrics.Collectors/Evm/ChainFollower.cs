using System.Collections.Immutable;

namespace Alys.Metrics.Collectors.Evm;

/// <summary>
/// Follows a chain from round to round: which blocks are new, and how many of the old ones were taken back. It does no
/// I/O and never changes; a step yields the next follower, so a step that is never reported never happened.
/// </summary>
/// <remarks>
/// It remembers the last <see cref="Remembered"/> blocks. The first round sets the baseline. After that:
/// <list type="bullet">
/// <item>A head that links to ours through parent hashes brings the blocks between, each reported once, also when a
/// branch is left and taken up again.</item>
/// <item>A head on another branch is a reorg, as deep as the blocks of ours above the last common one.</item>
/// <item>A head below ours, on our chain, is a rollback when the next round confirms it. Until then it may be a
/// backend of a load balancer that lags.</item>
/// <item>Another block 0 is another chain (a development node that was restarted): a new baseline, no reorg.</item>
/// <item>More new blocks than the bound: the oldest are passed over, and nobody knows whether they link to
/// ours.</item>
/// </list>
/// Blocks that do not link to each other conclude nothing: the node changed its mind between two answers.
/// </remarks>
internal sealed record ChainFollower(int MaxCatchUp)
{
    /// <summary>How many blocks are remembered, so how deep a reorg is measured.</summary>
    public const int Remembered = 128;

    /// <summary>Our chain, oldest first, numbers without a gap; empty before the first round.</summary>
    private ImmutableArray<ChainBlock> Chain { get; init; } = [];

    /// <summary>Blocks that were reported and then taken back, latest first: when one returns it is not reported
    /// again.</summary>
    private ImmutableArray<BlockHash> TakenBack { get; init; } = [];

    /// <summary>The hash of block 0, which tells a chain from another; null while the node has not shown it.</summary>
    private BlockHash? Genesis { get; init; }

    /// <summary>The round before found the head below ours.</summary>
    private bool WasLower { get; init; }

    /// <summary>The highest block of ours; null before the first round.</summary>
    public long? Newest => Chain.IsEmpty ? null : Last.Number;

    /// <summary>Whether block 0 is still to be seen.</summary>
    public bool NeedsGenesis => Genesis is null;

    private ChainBlock First => Chain[0];

    private ChainBlock Last => Chain[^1];

    /// <summary>Makes the step to <paramref name="head"/>.</summary>
    /// <param name="head">The node's latest block.</param>
    /// <param name="read">Blocks by number, as the node gave them in this round; the head among them.</param>
    /// <param name="mayAsk">False when no more blocks can be had in this round: the step then goes as far as the blocks
    /// at hand reach.</param>
    public ChainStep Follow(ChainBlock head, IReadOnlyDictionary<long, ChainBlock> read, bool mayAsk)
    {
        if (Chain.IsEmpty) return new ChainStep(StartAt(head, read));
        if (read.TryGetValue(0, out ChainBlock? genesis))
        {
            if (Genesis is null) return (this with { Genesis = genesis.Hash }).Follow(head, read, mayAsk);
            if (Genesis != genesis.Hash) return new ChainStep(StartAt(head, read) with { TakenBack = [] });
        }

        bool below = head.Number < Last.Number;
        if (below && (head.Number < First.Number || At(head.Number).Hash == head.Hash))
            return StepDown(head, read, mayAsk);
        return head.Number - Last.Number > MaxCatchUp ? Jump(head, read, mayAsk) : Link(head, read, mayAsk);
    }

    private ChainFollower StartAt(ChainBlock head, IReadOnlyDictionary<long, ChainBlock> read) => this with
    {
        Chain = [head],
        Genesis = read.TryGetValue(0, out ChainBlock? genesis) ? genesis.Hash : Genesis,
        WasLower = false,
    };

    /// <summary>The head is below ours: nothing at first, a rollback when it is so twice in a row.</summary>
    private ChainStep StepDown(ChainBlock head, IReadOnlyDictionary<long, ChainBlock> read, bool mayAsk)
    {
        if (head.Number < First.Number && mayAsk && !read.ContainsKey(0)) return Ask([0]);
        if (!WasLower) return new ChainStep(this with { WasLower = true });

        ImmutableArray<ChainBlock> kept = head.Number < First.Number ? [head] : UpTo(head.Number);
        var next = this with { Chain = kept, TakenBack = TakeBack(head.Number, []), WasLower = false };
        return new ChainStep(next) { ReorgDepth = Last.Number - head.Number };
    }

    /// <summary>Too many blocks are new: passes over the oldest of them.</summary>
    private ChainStep Jump(ChainBlock head, IReadOnlyDictionary<long, ChainBlock> read, bool mayAsk)
    {
        long from = head.Number - MaxCatchUp;
        if (!read.TryGetValue(from, out ChainBlock? start))
            return mayAsk ? Ask(Unread(from, head.Number - 1, read)) : new ChainStep(this);

        ChainStep step = StartAt(start, read).Extend(from, head, read, mayAsk);
        if (step.Missing.Count > 0) return step;
        return step.Unlinked ? new ChainStep(this) { Unlinked = true } : step with { Skipped = from - Last.Number };
    }

    /// <summary>Finds the last block that both branches share, and goes on from there.</summary>
    private ChainStep Link(ChainBlock head, IReadOnlyDictionary<long, ChainBlock> read, bool mayAsk)
    {
        long next = Last.Number + 1;
        if (head.Number >= next && !read.ContainsKey(next))
            return mayAsk ? Ask(Unread(next, head.Number - 1, read)) : new ChainStep(this);

        long top = Math.Min(Last.Number, head.Number);
        for (long number = top; number >= First.Number; number--)
        {
            if (TheirHashAt(number, read) is not { } hash)
                return mayAsk ? Ask(UnreadDown(top, number, read)) : new ChainStep(this);
            if (hash == At(number).Hash) return Extend(number, head, read, mayAsk);
        }

        return Replace(head, read, mayAsk);
    }

    /// <summary>Nothing that is remembered is on the node's branch: a very deep reorg, or another chain.</summary>
    private ChainStep Replace(ChainBlock head, IReadOnlyDictionary<long, ChainBlock> read, bool mayAsk)
    {
        if (mayAsk && !read.ContainsKey(0)) return Ask([0]);
        var next = StartAt(head, read) with { TakenBack = TakeBack(First.Number - 1, []) };
        return new ChainStep(next) { ReorgDepth = Chain.Length, Skipped = head.Number - First.Number + 1 };
    }

    /// <summary>Puts the blocks above <paramref name="common"/> in the place of ours.</summary>
    private ChainStep Extend(
        long common, ChainBlock head, IReadOnlyDictionary<long, ChainBlock> read, bool mayAsk)
    {
        var fresh = new List<ChainBlock>();
        ChainBlock parent = At(common);
        for (long number = common + 1; number <= head.Number; number++)
        {
            if (!read.TryGetValue(number, out ChainBlock? block))
            {
                if (mayAsk) return Ask(Unread(number, head.Number - 1, read));
                break;
            }

            if (block.Parent != parent.Hash) return new ChainStep(this) { Unlinked = true };
            fresh.Add(block);
            parent = block;
        }

        if (fresh.Count == 0) return new ChainStep(common == Last.Number ? this with { WasLower = false } : this);
        return Join(common, fresh);
    }

    private ChainStep Join(long common, List<ChainBlock> fresh)
    {
        var seen = new List<SeenBlock>(fresh.Count);
        ChainBlock parent = At(common);
        foreach (ChainBlock block in fresh)
        {
            TimeSpan since = block.Time > parent.Time ? block.Time - parent.Time : TimeSpan.Zero;
            if (!TakenBack.Contains(block.Hash)) seen.Add(new SeenBlock(block, since));
            parent = block;
        }

        ImmutableArray<ChainBlock> chain = [.. UpTo(common), .. fresh];
        var next = this with
        {
            Chain = chain.Length > Remembered ? chain[^Remembered..] : chain,
            TakenBack = TakeBack(common, fresh),
            WasLower = false,
        };
        return new ChainStep(next) { Blocks = seen, ReorgDepth = Last.Number - common };
    }

    private ChainStep Ask(IReadOnlyList<long> numbers) => new(this) { Missing = numbers };

    private ChainBlock At(long number) => Chain[(int)(number - First.Number)];

    private ImmutableArray<ChainBlock> UpTo(long number) => Chain[..(int)(number - First.Number + 1)];

    /// <summary>The blocks taken back once those of ours above <paramref name="number"/> are gone and
    /// <paramref name="returned"/> are back.</summary>
    private ImmutableArray<BlockHash> TakeBack(long number, List<ChainBlock> returned)
    {
        IEnumerable<BlockHash> gone = Chain.Where(block => block.Number > number).Select(block => block.Hash).Reverse();
        return [.. gone.Concat(TakenBack).Except(returned.Select(block => block.Hash)).Take(Remembered)];
    }

    private static BlockHash? TheirHashAt(long number, IReadOnlyDictionary<long, ChainBlock> read)
    {
        if (read.TryGetValue(number, out ChainBlock? block)) return block.Hash;
        return read.TryGetValue(number + 1, out ChainBlock? child) ? child.Parent : null;
    }

    private static List<long> Unread(long from, long to, IReadOnlyDictionary<long, ChainBlock> read)
    {
        var numbers = new List<long>();
        for (long number = from; number <= to && numbers.Count < Remembered; number++)
            if (!read.ContainsKey(number)) numbers.Add(number);
        return numbers;
    }

    /// <summary>Downwards in growing strides: most reorgs are shallow.</summary>
    private List<long> UnreadDown(long top, long unknown, IReadOnlyDictionary<long, ChainBlock> read)
    {
        var numbers = new List<long>();
        long lowest = Math.Max(First.Number, unknown - Math.Max(4, 2 * (top - unknown)));
        for (long number = top; number >= lowest; number--)
            if (!read.ContainsKey(number)) numbers.Add(number);
        return numbers;
    }
}
