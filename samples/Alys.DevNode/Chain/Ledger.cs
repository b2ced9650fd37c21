using System.Runtime.InteropServices;

namespace Alys.DevNode.Chain;

/// <summary>
/// The accounts. The state root is a merkle root over the accounts that a block changed, hashed onto the root before:
/// a block without transactions leaves it as it is.
/// </summary>
/// <remarks><b>Threads:</b> one at a time; <see cref="StateRoot"/> and <see cref="Height"/> from any.</remarks>
internal sealed class Ledger
{
    /// <summary>What everyone has at the genesis.</summary>
    public const long InitialBalance = 1_000_000_000;

    /// <summary>How many blocks can be undone.</summary>
    public const int MostUndone = 64;

    private readonly Dictionary<int, Account> _accounts = [];
    private readonly LinkedList<Undo> _undo = new();

    public Hash256 StateRoot { get; private set; }

    public long Height { get; private set; }

    public Account this[int index] => _accounts.GetValueOrDefault(index, new Account(InitialBalance, 0));

    /// <summary>Applies the transactions of a block. One that an account cannot pay moves nothing and still counts, as
    /// a failed call does. A foreign block was executed by
    /// the node that is followed.</summary>
    /// <returns>The state root after it.</returns>
    public Hash256 Apply(Block block)
    {
        var before = new Dictionary<int, Account>();
        if (!block.IsForeign)
        {
            foreach (Transaction transaction in block.Transactions) Move(transaction, before);
        }

        _undo.AddLast(new Undo(before, StateRoot));
        if (_undo.Count > MostUndone) _undo.RemoveFirst();
        Height = block.Height;
        if (block.IsForeign) StateRoot = block.Header.StateRoot;
        else if (before.Count > 0) StateRoot = Hash256.Of(StateRoot, MerkleTree.Root(Leaves(before.Keys)));
        return StateRoot;
    }

    /// <summary>Takes the newest block back.</summary>
    /// <returns>Whether it is still known what was before.</returns>
    public bool TryUndo()
    {
        if (_undo.Last is not { Value: var last }) return false;
        foreach ((int index, Account account) in last.Accounts) _accounts[index] = account;
        StateRoot = last.StateRoot;
        Height--;
        _undo.RemoveLast();
        return true;
    }

    /// <summary>Writes all of it.</summary>
    public void Save(BinaryWriter output)
    {
        output.Write(Height);
        output.Write(StateRoot.ToArray());
        output.Write(_accounts.Count);
        foreach ((int index, Account account) in _accounts)
        {
            output.Write(index);
            output.Write(account.Balance);
            output.Write(account.Nonce);
        }
    }

    /// <summary>Reads what <see cref="Save"/> wrote, in place of what is here.</summary>
    public void Load(BinaryReader input)
    {
        long height = input.ReadInt64();
        var root = Hash256.From(input.ReadBytes(Hash256.Size));
        int count = input.ReadInt32();
        var accounts = new Dictionary<int, Account>(count);
        for (int i = 0; i < count; i++)
            accounts[input.ReadInt32()] = new Account(input.ReadInt64(), input.ReadInt64());
        _accounts.Clear();
        foreach ((int index, Account account) in accounts) _accounts[index] = account;
        _undo.Clear();
        (Height, StateRoot) = (height, root);
    }

    private void Move(Transaction transaction, Dictionary<int, Account> before)
    {
        Account from = this[transaction.From];
        before.TryAdd(transaction.From, from);
        bool canPay = from.Balance >= transaction.Amount + transaction.Fee && transaction.To != transaction.From;
        long paid = canPay ? transaction.Amount + transaction.Fee : 0;
        _accounts[transaction.From] = new Account(from.Balance - paid, from.Nonce + 1);
        if (!canPay) return;
        Account to = this[transaction.To];
        before.TryAdd(transaction.To, to);
        _accounts[transaction.To] = to with { Balance = to.Balance + transaction.Amount };
    }

    private List<Hash256> Leaves(IEnumerable<int> indices) =>
        [.. indices.Order().Select(index => LeafOf(index, _accounts[index]))];

    private static Hash256 LeafOf(int index, Account account)
    {
        Span<long> words = [index, account.Balance, account.Nonce];
        return Hash256.Of(MemoryMarshal.AsBytes(words));
    }

    internal readonly record struct Account(long Balance, long Nonce);

    private sealed record Undo(Dictionary<int, Account> Accounts, Hash256 StateRoot);
}
