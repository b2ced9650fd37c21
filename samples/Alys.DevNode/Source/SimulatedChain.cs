using Alys.DevNode.Chain;

namespace Alys.DevNode.Source;

/// <summary>
/// A chain with a block a slot that is a function of the seed and the genesis: two nodes that know both have the same
/// blocks, without talking to each other.
/// </summary>
/// <remarks><b>Threads:</b> any; blocks are made one after the other under a lock, and the newest
/// <see cref="MostKept"/> are kept.</remarks>
internal sealed class SimulatedChain(ChainParameters parameters, Keys keys, TimeProvider clock) : IChainSource
{
    /// <summary>What a node that was away can still ask for; older blocks are made anew from the genesis.</summary>
    public const int MostKept = 20_000;

    private readonly Lock _gate = new();
    private readonly SortedDictionary<long, Block> _blocks = [];

    private TransactionMaker _maker = new(parameters, keys);
    private Ledger _ledger = new();
    private Block? _newest;

    /// <inheritdoc/>
    public Task<long> HeadAsync(CancellationToken cancellation) =>
        Task.FromResult(parameters.HeightAt(clock.GetUtcNow()));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Block>> BlocksAsync(long from, int count, CancellationToken cancellation)
    {
        long last = Math.Min(from + count - 1, parameters.HeightAt(clock.GetUtcNow()));
        var found = new List<Block>();
        for (long height = from; height <= last; height++)
        {
            cancellation.ThrowIfCancellationRequested();
            found.Add(At(height));
        }

        return Task.FromResult<IReadOnlyList<Block>>(found);
    }

    /// <summary>The transactions that will be in the block of a height, as peers tell of them before.</summary>
    public IReadOnlyList<Transaction> Coming(long height) => At(height).Transactions;

    /// <summary>The block of a height, even one whose slot is still to come.</summary>
    public Block At(long height)
    {
        lock (_gate)
        {
            if (_newest is { } newest && height <= newest.Height && !_blocks.ContainsKey(height)) Restart();
            while (_newest is null || _newest.Height < height) Extend();
            return _blocks[height];
        }
    }

    private void Restart()
    {
        _blocks.Clear();
        _maker = new TransactionMaker(parameters, keys);
        _ledger = new Ledger();
        _newest = null;
    }

    private void Extend()
    {
        long height = _newest is null ? 0 : _newest.Height + 1;
        IReadOnlyList<Transaction> transactions = height == 0 ? [] : _maker.Next(height);
        int author = ChainParameters.AuthorOf(height);
        var draft = new BlockHeader(
            height, _newest?.Hash ?? default, parameters.SlotStart(height).ToUnixTimeMilliseconds(), author,
            MerkleTree.Root([.. transactions.Select(transaction => transaction.Hash)]), default,
            transactions.Sum(transaction => (long)transaction.Gas), parameters.GasLimit);
        Hash256 root = _ledger.Apply(new Block(draft, transactions, []));
        var header = new BlockHeader(
            draft.Height, draft.Parent, draft.UnixMilliseconds, draft.Author, draft.TransactionsRoot, root,
            draft.GasUsed, draft.GasLimit);
        _newest = new Block(header, transactions, keys.Sign(Keys.Authority(author), header.Hash));
        _blocks[height] = _newest;
        if (_blocks.Count > MostKept) _blocks.Remove(height - MostKept);
    }
}
