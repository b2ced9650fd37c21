using Alys.Metrics.Node;

namespace Alys.DevNode.Chain;

/// <summary>Transactions that wait for a block.</summary>
/// <remarks><b>Threads:</b> one at a time: the engine actor's.</remarks>
internal sealed class TxPool(Keys keys, int capacity)
{
    private const int LeastGas = 21_000;
    private const int MostGas = 1_000_000;

    private readonly Dictionary<Hash256, Transaction> _waiting = [];

    public int Count => _waiting.Count;

    public int Capacity => capacity;

    /// <summary>Takes a transaction, or says why not.</summary>
    public TxRejection? Add(Transaction transaction, Ledger ledger)
    {
        if (_waiting.ContainsKey(transaction.Hash)) return TxRejection.DuplicateTransaction;
        if (_waiting.Count >= capacity) return TxRejection.PoolFull;
        if (Find(transaction, ledger) is { } reason) return reason;
        _waiting[transaction.Hash] = transaction;
        return null;
    }

    /// <summary>Fills up with transactions that no block will take.</summary>
    public void Fill()
    {
        for (long nonce = 1; _waiting.Count < capacity; nonce++)
        {
            var idle = new Transaction(-1, 0, nonce, 0, 0, LeastGas);
            _waiting.TryAdd(idle.Hash, idle);
        }
    }

    /// <summary>Takes out what no block will take.</summary>
    public void Drain()
    {
        foreach (Hash256 idle in _waiting.Where(each => each.Value.From < 0).Select(each => each.Key).ToArray())
            _waiting.Remove(idle);
    }

    /// <summary>Takes out what is in a block, and what can no longer be in one.</summary>
    /// <returns>How many of the block's were here.</returns>
    public int Remove(Block block, Ledger ledger)
    {
        int included = block.Transactions.Count(transaction => _waiting.Remove(transaction.Hash));
        foreach ((Hash256 hash, Transaction transaction) in _waiting.ToArray())
        {
            if (transaction.From >= 0 && transaction.Nonce < ledger[transaction.From].Nonce) _waiting.Remove(hash);
        }

        return included;
    }

    /// <summary>How many could go into the next block, and how many wait for one before them.</summary>
    public (int Pending, int Queued) Report(Ledger ledger)
    {
        int pending = _waiting.Values.Count(
            transaction => transaction.From >= 0 && transaction.Nonce == ledger[transaction.From].Nonce);
        return (pending, _waiting.Count - pending);
    }

    private TxRejection? Find(Transaction transaction, Ledger ledger)
    {
        if (transaction.Amount < 0 || transaction.From == transaction.To) return TxRejection.InvalidTransaction;
        if (transaction.Gas is < LeastGas or > MostGas) return TxRejection.GasLimitExceeded;
        if (transaction.Fee < 1) return TxRejection.InsufficientFee;
        if (transaction.From is < 0 or >= Source.ChainParameters.Accounts) return TxRejection.AccountNotFound;
        Ledger.Account account = ledger[transaction.From];
        if (transaction.Nonce < account.Nonce) return TxRejection.InvalidNonce;
        if (transaction.Amount + transaction.Fee > account.Balance) return TxRejection.InsufficientBalance;
        return keys.Verify(Keys.Account(transaction.From), transaction.Hash, transaction.Signature)
            ? null
            : TxRejection.InvalidSignature;
    }
}
