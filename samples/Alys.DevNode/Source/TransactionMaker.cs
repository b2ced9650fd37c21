using Alys.DevNode.Chain;

namespace Alys.DevNode.Source;

/// <summary>Makes the transactions of the simulated network, with nonces that follow each other.</summary>
/// <remarks><b>Threads:</b> one at a time.</remarks>
internal sealed class TransactionMaker(ChainParameters parameters, Keys keys)
{
    private const int Purpose = 1;
    private const int TransferGas = 21_000;

    private readonly Dictionary<int, long> _nonces = [];

    /// <summary>Those of the next block.</summary>
    public IReadOnlyList<Transaction> Next(long height)
    {
        var draws = new Draws(parameters.Seed, height, Purpose);
        // Around the mean, so that blocks are not all alike; never none for long.
        int count = (int)(parameters.TransactionsPerBlock * (0.5 + draws.Part()) + 0.5);
        var transactions = new Transaction[count];
        for (int i = 0; i < count; i++)
        {
            int from = draws.Below(ChainParameters.Accounts);
            int to = (from + 1 + draws.Below(ChainParameters.Accounts - 1)) % ChainParameters.Accounts;
            long nonce = _nonces.GetValueOrDefault(from);
            _nonces[from] = nonce + 1;
            transactions[i] = Transaction.Signed(
                keys, from, to, nonce, 1 + draws.Below(1_000), 1 + draws.Below(50),
                TransferGas + draws.Below(4) * 15_000);
        }

        return transactions;
    }
}
