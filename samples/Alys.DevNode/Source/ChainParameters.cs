namespace Alys.DevNode.Source;

/// <summary>What all nodes of a development network agree on.</summary>
/// <param name="Seed">Decides everything that is drawn.</param>
/// <param name="Genesis">Start of slot 0.</param>
/// <param name="Slot">Length of a slot.</param>
/// <param name="TransactionsPerBlock">Mean.</param>
internal sealed record ChainParameters(int Seed, DateTimeOffset Genesis, TimeSpan Slot, double TransactionsPerBlock)
{
    public const int Accounts = 64;

    /// <summary>As many as the real chain has.</summary>
    public const int Authorities = 3;

    /// <summary>The authority that a node is.</summary>
    public const int Self = 0;

    public long GasLimit { get; init; } = 30_000_000;

    /// <summary>Whether a real chain is followed.</summary>
    public bool Follows { get; init; }

    public static int AuthorOf(long height) => (int)(height % Authorities);

    public DateTimeOffset SlotStart(long height) => Genesis + height * Slot;

    /// <summary>Height of the block whose slot it is; 0 before the genesis.</summary>
    public long HeightAt(DateTimeOffset now) => now <= Genesis ? 0 : (long)((now - Genesis) / Slot);
}
