using Alys.DevNode.Chain;
using Alys.DevNode.Source;
using Alys.DevNode.Tests.Fixtures;

namespace Alys.DevNode.Tests.Chain;

public sealed class BlockStoreTests : IDisposable
{
    private readonly Keys _keys = new(1);
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _keys.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void What_was_appended_is_there_after_a_start()
    {
        SimulatedChain chain = Networks.Chain(_keys, 30);
        using (var store = new BlockStore(_folder.Path)) Fill(store, chain, 30);
        using var again = new BlockStore(_folder.Path);
        Assert.Equal(30, again.Head!.Height);
        Assert.Equal(chain.At(17).Hash, again.Read(17)!.Hash);
        Assert.Equal(17, again.Read(chain.At(17).Hash)!.Height);
        Assert.Equal(chain.At(17).Transactions, again.Read(17)!.Transactions, SameHash);
        Assert.Null(again.Read(31));
    }

    [Fact]
    public void Truncated_blocks_are_gone_and_others_take_their_place()
    {
        SimulatedChain chain = Networks.Chain(_keys, 30);
        using var store = new BlockStore(_folder.Path);
        Fill(store, chain, 30);
        store.Truncate(20);
        Assert.Equal(20, store.Head!.Height);
        Assert.Null(store.Read(21));
        Assert.Null(store.Read(chain.At(25).Hash));
        Block rival = chain.At(21) with { Transactions = [] };
        store.Append(rival);
        Assert.Empty(store.Read(21)!.Transactions);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(700)]
    public void A_half_written_tail_is_cut_off(int bytes)
    {
        SimulatedChain chain = Networks.Chain(_keys, 30);
        using (var store = new BlockStore(_folder.Path)) Fill(store, chain, 30);
        using (FileStream file = File.OpenWrite(Directory.EnumerateFiles(_folder.Path).Single()))
            file.SetLength(file.Length - bytes);
        using var again = new BlockStore(_folder.Path);
        Assert.InRange(again.Head!.Height, 28, 29);
        again.Append(chain.At(again.Head.Height + 1));
        Assert.Equal(chain.At(again.Head.Height).Hash, again.Head.Hash);
    }

    [Fact]
    public void A_flipped_bit_ends_the_chain_before_it()
    {
        SimulatedChain chain = Networks.Chain(_keys, 30);
        using (var store = new BlockStore(_folder.Path)) Fill(store, chain, 30);
        string path = Directory.EnumerateFiles(_folder.Path).Single();
        byte[] content = File.ReadAllBytes(path);
        content[50] ^= 1;
        File.WriteAllBytes(path, content);
        using var again = new BlockStore(_folder.Path);
        Assert.Null(again.Head);
    }

    private static void Fill(BlockStore store, SimulatedChain chain, long height)
    {
        for (long each = 0; each <= height; each++) store.Append(chain.At(each));
    }

    private static bool SameHash(Transaction one, Transaction other) => one.Hash == other.Hash;
}
