using Alys.DevNode.Chain;
using Alys.DevNode.Source;
using Alys.DevNode.Tests.Fixtures;

namespace Alys.DevNode.Tests.Chain;

public sealed class LedgerTests : IDisposable
{
    private readonly Keys _keys = new(1);

    public void Dispose() => _keys.Dispose();

    [Fact]
    public void What_is_undone_is_as_it_was()
    {
        SimulatedChain chain = Networks.Chain(_keys, 20);
        var ledger = new Ledger();
        var roots = new List<Hash256>();
        for (long height = 0; height <= 20; height++) roots.Add(ledger.Apply(chain.At(height)));
        for (int height = 20; height > 0; height--)
        {
            Assert.Equal(roots[height], ledger.StateRoot);
            Assert.True(ledger.TryUndo());
        }

        Assert.Equal(roots[5], Run(ledger, chain, 1, 5));
    }

    [Fact]
    public void A_saved_state_goes_on_to_the_same_roots()
    {
        SimulatedChain chain = Networks.Chain(_keys, 20);
        var ledger = new Ledger();
        Run(ledger, chain, 0, 10);
        using var bytes = new MemoryStream();
        ledger.Save(new BinaryWriter(bytes));
        bytes.Position = 0;
        var other = new Ledger();
        other.Load(new BinaryReader(bytes));
        Assert.Equal(10, other.Height);
        Assert.Equal(Run(ledger, chain, 11, 20), Run(other, chain, 11, 20));
    }

    [Fact]
    public void An_empty_block_leaves_the_root()
    {
        SimulatedChain chain = Networks.Chain(_keys, 5);
        var ledger = new Ledger();
        Hash256 root = Run(ledger, chain, 0, 5);
        Assert.Equal(root, ledger.Apply(chain.At(5) with { Transactions = [] }));
    }

    private static Hash256 Run(Ledger ledger, SimulatedChain chain, long from, long to)
    {
        for (long height = from; height <= to; height++) ledger.Apply(chain.At(height));
        return ledger.StateRoot;
    }
}
