namespace Alys.DevNode.Chain;

/// <summary>A block as bytes on the disk.</summary>
internal static class BlockFormat
{
    /// <summary>More than any block holds here.</summary>
    private const int MostTransactions = 1_000_000;

    public static void Write(BinaryWriter output, Block block)
    {
        BlockHeader header = block.Header;
        output.Write(block.IsForeign);
        output.Write(header.Height);
        Write(output, header.Hash);
        Write(output, header.Parent);
        output.Write(header.UnixMilliseconds);
        output.Write(header.Author);
        Write(output, header.TransactionsRoot);
        Write(output, header.StateRoot);
        output.Write(header.GasUsed);
        output.Write(header.GasLimit);
        Write(output, block.Signature);
        output.Write(block.Transactions.Count);
        foreach (Transaction transaction in block.Transactions) Write(output, transaction);
    }

    public static Block Read(BinaryReader input)
    {
        bool isForeign = input.ReadBoolean();
        long height = input.ReadInt64();
        Hash256 hash = ReadHash(input);
        var header = new BlockHeader(
            height, ReadHash(input), input.ReadInt64(), input.ReadInt32(), ReadHash(input), ReadHash(input),
            input.ReadInt64(), input.ReadInt64());
        // Own hashes are computed again: a flipped bit on the disk does not go unseen.
        if (isForeign) header = header with { Hash = hash };
        else if (header.Hash != hash) throw new InvalidDataException($"block {height} does not have its hash");
        byte[] signature = ReadBytes(input);
        int count = input.ReadInt32();
        if (count is < 0 or > MostTransactions) throw new InvalidDataException($"block {height} cannot be whole");
        var transactions = new Transaction[count];
        for (int i = 0; i < transactions.Length; i++) transactions[i] = ReadTransaction(input, isForeign);
        return new Block(header, transactions, signature, isForeign);
    }

    private static void Write(BinaryWriter output, Transaction transaction)
    {
        Write(output, transaction.Hash);
        output.Write(transaction.From);
        output.Write(transaction.To);
        output.Write(transaction.Nonce);
        output.Write(transaction.Amount);
        output.Write(transaction.Fee);
        output.Write(transaction.Gas);
        Write(output, transaction.Signature);
    }

    private static Transaction ReadTransaction(BinaryReader input, bool isForeign)
    {
        Hash256 hash = ReadHash(input);
        var transaction = new Transaction(
            input.ReadInt32(), input.ReadInt32(), input.ReadInt64(), input.ReadInt64(), input.ReadInt64(),
            input.ReadInt32())
        {
            Signature = ReadBytes(input),
        };
        if (isForeign) return transaction with { Hash = hash };
        return transaction.Hash == hash ? transaction
            : throw new InvalidDataException("a transaction does not have its hash");
    }

    private static void Write(BinaryWriter output, in Hash256 hash)
    {
        Span<byte> bytes = stackalloc byte[Hash256.Size];
        hash.CopyTo(bytes);
        output.Write(bytes);
    }

    private static Hash256 ReadHash(BinaryReader input)
    {
        Span<byte> bytes = stackalloc byte[Hash256.Size];
        input.ReadExactly(bytes);
        return Hash256.From(bytes);
    }

    private static void Write(BinaryWriter output, byte[] bytes)
    {
        output.Write((byte)bytes.Length);
        output.Write(bytes);
    }

    private static byte[] ReadBytes(BinaryReader input)
    {
        byte[] bytes = new byte[input.ReadByte()];
        input.ReadExactly(bytes);
        return bytes;
    }
}
