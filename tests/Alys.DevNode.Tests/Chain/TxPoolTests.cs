using Alys.DevNode.Chain;
using Alys.DevNode.Source;
using Alys.DevNode.Tests.Fixtures;
using Alys.Metrics.Node;

namespace Alys.DevNode.Tests.Chain;

public sealed class TxPoolTests : IDisposable
{
    private readonly Keys _keys = new(1);

    public void Dispose() => _keys.Dispose();

    [Fact]
    public void A_transaction_is_taken_once_and_leaves_in_its_block()
    {
        SimulatedChain chain = Networks.Chain(_keys, 2);
        var ledger = new Ledger();
        ledger.Apply(chain.At(0));
        var pool = new TxPool(_keys, 100);
        Block block = chain.At(1);
        foreach (Transaction transaction in block.Transactions) Assert.Null(pool.Add(transaction, ledger));
        Assert.Equal(TxRejection.DuplicateTransaction, pool.Add(block.Transactions[0], ledger));
        ledger.Apply(block);
        Assert.Equal(block.Transactions.Count, pool.Remove(block, ledger));
        Assert.Equal(0, pool.Count);
        Assert.Equal(TxRejection.InvalidNonce, pool.Add(block.Transactions[0], ledger));
    }

    [Fact]
    public void What_is_wrong_is_told()
    {
        var ledger = new Ledger();
        var pool = new TxPool(_keys, 100);
        Transaction good = Transaction.Signed(_keys, 1, 2, 0, 5, 1, 21_000);
        Assert.Equal(TxRejection.InvalidSignature, pool.Add(good with { Signature = new byte[64] }, ledger));
        Assert.Equal(TxRejection.InsufficientFee, pool.Add(Bad(fee: 0), ledger));
        Assert.Equal(TxRejection.GasLimitExceeded, pool.Add(Bad(gas: 1), ledger));
        Assert.Equal(TxRejection.InsufficientBalance, pool.Add(Bad(amount: long.MaxValue / 2), ledger));
        Assert.Equal(TxRejection.AccountNotFound, pool.Add(Bad(from: 1_000), ledger));
        Assert.Equal(TxRejection.InvalidTransaction, pool.Add(Bad(amount: -1), ledger));
        Assert.Null(pool.Add(good, ledger));
    }

    [Fact]
    public void A_full_pool_takes_none_until_it_is_drained()
    {
        var ledger = new Ledger();
        var pool = new TxPool(_keys, 10);
        pool.Fill();
        Assert.Equal((0, 10), pool.Report(ledger));
        Transaction good = Transaction.Signed(_keys, 1, 2, 0, 5, 1, 21_000);
        Assert.Equal(TxRejection.PoolFull, pool.Add(good, ledger));
        pool.Drain();
        Assert.Null(pool.Add(good, ledger));
    }

    private static Transaction Bad(int from = 1, long amount = 5, long fee = 1, int gas = 21_000) =>
        new(from, 2, 0, amount, fee, gas);
}
