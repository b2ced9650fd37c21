using System.Text.Json;
using Alys.Metrics.Collectors.Evm;

namespace Alys.Metrics.Collectors.Tests.Evm;

public sealed class BlockHashTests
{
    private const string Text = "0xc780a78cb2a31f371df81aa70d5aa0067b7a7a6439d48372fad4b792dd92cc0a";

    [Fact]
    public void The_case_of_the_digits_does_not_matter()
    {
        Assert.True(BlockHash.TryParse(Text, out BlockHash lower));
        Assert.True(BlockHash.TryParse("0x" + Text[2..].ToUpperInvariant(), out BlockHash upper));
        Assert.Equal(lower, upper);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(33)]
    [InlineData(34)]
    [InlineData(65)]
    public void Each_digit_counts(int place)
    {
        char[] changed = Text.ToCharArray();
        changed[place] = changed[place] == '1' ? '2' : '1';
        Assert.True(BlockHash.TryParse(Text, out BlockHash hash));
        Assert.True(BlockHash.TryParse(changed, out BlockHash other));
        Assert.NotEqual(hash, other);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"hash":null}""")]
    [InlineData("""{"hash":5}""")]
    [InlineData("""{"hash":""}""")]
    [InlineData("""{"hash":"0xc780"}""")]
    [InlineData("""{"hash":"00c780a78cb2a31f371df81aa70d5aa0067b7a7a6439d48372fad4b792dd92cc0a"}""")]
    [InlineData("""{"hash":"0xc780a78cb2a31f371df81aa70d5aa0067b7a7a6439d48372fad4b792dd92cc0g"}""")]
    [InlineData("""{"hash":"0x 780a78cb2a31f371df81aa70d5aa0067b7a7a6439d48372fad4b792dd92cc0a"}""")]
    public void Anything_else_is_refused_by_name(string json)
    {
        JsonElement block = Parsed.Json(json);
        var e = Assert.Throws<FormatException>(() => BlockHash.Read(block, "hash"));
        Assert.Contains("'hash'", e.Message, StringComparison.Ordinal);
    }
}
