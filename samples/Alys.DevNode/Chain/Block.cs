namespace Alys.DevNode.Chain;

/// <summary>A header, what it holds, and its author's signature.</summary>
/// <param name="Header">What is signed.</param>
/// <param name="Transactions">In their order.</param>
/// <param name="Signature">The author's.</param>
/// <param name="IsForeign">Whether it comes from an EVM node that is followed and has executed it.</param>
internal sealed record Block(
    BlockHeader Header, IReadOnlyList<Transaction> Transactions, byte[] Signature, bool IsForeign = false)
{
    public long Height => Header.Height;

    public Hash256 Hash => Header.Hash;
}
