using Alys.Metrics.Collectors.Evm;

namespace Alys.Metrics.Collectors.Tests.Evm;

public sealed class ChainBlockTests
{
    private const string Hash = "0xc780a78cb2a31f371df81aa70d5aa0067b7a7a6439d48372fad4b792dd92cc0a";
    private const string Parent = "0x00000000000000000000000000000000000000000000000000000000000000ff";

    [Fact]
    public void A_block_is_read_whatever_else_it_holds()
    {
        ChainBlock? block = ChainBlock.Read(Parsed.Json(Block("timestamp", "\"0x6553f100\"")), 16);
        Assert.Equal(
            new ChainBlock(
                16, Hashed(Hash), Hashed(Parent), DateTimeOffset.FromUnixTimeSeconds(1_700_000_000),
                42_000, 30_000_000, 2),
            block);
    }

    [Fact]
    public void No_such_block_is_null() => Assert.Null(ChainBlock.Read(Parsed.Json("null"), 16));

    [Fact]
    public void The_latest_block_may_have_any_number() =>
        Assert.Equal(16, ChainBlock.Read(Parsed.Json(Block("x", "0")))?.Number);

    [Theory]
    [InlineData("0x10000000000", true)]
    [InlineData("0x10000000001", false)]
    [InlineData("0x7fffffffffffffff", false)]
    public void A_height_that_no_chain_reaches_is_refused_before_counters_add_it_up(string number, bool accepted)
    {
        string json = Block("number", $"\"{number}\"");

        if (accepted) Assert.NotNull(ChainBlock.Read(Parsed.Json(json)));
        else Assert.Throws<FormatException>(() => ChainBlock.Read(Parsed.Json(json)));
    }

    [Theory]
    [InlineData("number", "\"0x11\"")]
    [InlineData("number", "null")]
    [InlineData("hash", "null")]
    [InlineData("parentHash", "\"0x1\"")]
    [InlineData("timestamp", "\"yesterday\"")]
    [InlineData("timestamp", "\"0x7fffffffffffffff\"")]
    [InlineData("gasUsed", "\"0xffffffffffffffffff\"")]
    [InlineData("gasLimit", "{}")]
    [InlineData("transactions", "7")]
    public void A_malformed_member_is_refused(string name, string value) =>
        Assert.Throws<FormatException>(() => ChainBlock.Read(Parsed.Json(Block(name, value)), 16));

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"0x10\"")]
    [InlineData("false")]
    public void Something_else_is_refused(string json) =>
        Assert.Throws<FormatException>(() => ChainBlock.Read(Parsed.Json(json), 16));

    private static BlockHash Hashed(string text)
    {
        Assert.True(BlockHash.TryParse(text, out BlockHash hash));
        return hash;
    }

    /// <summary>A block in which the last member stands in the place of an earlier one of its name.</summary>
    private static string Block(string name, string value) =>
        $$"""
        {"number":"0x10","hash":"{{Hash}}","parentHash":"{{Parent}}","timestamp":"0x1","gasUsed":"0xa410",
         "gasLimit":"0x1c9c380","transactions":["0x1","0x2"],"miner":null,"{{name}}":{{value}}}
        """;
}
