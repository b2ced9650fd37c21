namespace Alys.DevNode.Chain;

/// <summary>The execution client inside the node: accounts, pool, and a way back to an older block.</summary>
/// <remarks><b>Threads:</b> one at a time: the engine actor's.</remarks>
internal sealed class Execution(Keys keys, BlockStore store, Checkpoints checkpoints, int poolCapacity)
{
    public Ledger Ledger { get; private set; } = new();

    public TxPool Pool { get; } = new(keys, poolCapacity);

    /// <summary>Brings the accounts to the head of the store: from the newest checkpoint at or below it, or from the
    /// genesis.</summary>
    public void Recover(long height)
    {
        Ledger = new Ledger();
        if (!checkpoints.TryLoad(Ledger, height)) Ledger = new Ledger();
        while (Ledger.Height < height && store.Read(Ledger.Height + 1) is { } block) Ledger.Apply(block);
    }

    /// <summary>Runs a block behind the newest one; checks every signature and the state root that the block claims.
    /// </summary>
    public bool Run(Block block)
    {
        if (Ledger.Height != block.Height - 1) Rewind(block.Height - 1);
        if (!block.IsForeign && !block.Transactions.All(IsSigned)) return false;
        if (Ledger.Apply(block) == block.Header.StateRoot) return true;
        Ledger.TryUndo();
        return false;
    }

    /// <summary>Goes back, or forward, to a height.</summary>
    public void Rewind(long height)
    {
        while (Ledger.Height > height)
        {
            if (!Ledger.TryUndo()) break;
        }

        if (Ledger.Height != height) Recover(height);
    }

    private bool IsSigned(Transaction transaction) =>
        keys.Verify(Keys.Account(transaction.From), transaction.Hash, transaction.Signature);
}
