using Alys.Metrics.Collectors.Evm;

namespace Alys.Metrics.Collectors.Tests.Evm;

/// <summary>A chain of a node: it grows, forks and shrinks on demand. Every block made has a hash of its own.</summary>
internal sealed class TestChain
{
    public const long GasLimit = 30_000_000;

    private static readonly DateTimeOffset GenesisTime = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);

    private ulong _made;

    public TestChain(ulong firstHash = 0)
    {
        _made = firstHash;
        Blocks.Add(Make(0, default, GenesisTime));
    }

    public List<ChainBlock> Blocks { get; private set; } = [];

    public ChainBlock Head => Blocks[^1];

    public void Mine(int count, int seconds = 2)
    {
        for (int i = 0; i < count; i++)
            Blocks.Add(Make(Head.Number + 1, Head.Hash, Head.Time.AddSeconds(seconds)));
    }

    public void RollBack(int depth) => Blocks.RemoveRange(Blocks.Count - depth, depth);

    public void Reorganise(int depth, int newBlocks)
    {
        RollBack(depth);
        Mine(newBlocks);
    }

    /// <summary>Takes a branch up again that was left.</summary>
    public void Switch(IEnumerable<ChainBlock> branch) => Blocks = [.. branch];

    private ChainBlock Make(long number, BlockHash parent, DateTimeOffset time) =>
        new(number, new BlockHash(0, ++_made), parent, time, 21_000 * number, GasLimit, (int)(number % 5));
}
