using Alys.Metrics.Collectors.Evm;

namespace Alys.Metrics.Collectors.Tests.Evm;

public sealed class NodeTextTests
{
    [Theory]
    [InlineData("  anvil/v1.7.1\n", "anvil/v1.7.1")]
    [InlineData("two\r\nlines\u001b[31m", "two  lines [31m")]
    [InlineData("a\u202eb\u2028c", "a b c")]
    [InlineData("Nœud 🦀", "Nœud 🦀")]
    public void A_text_becomes_one_printable_line(string text, string line) =>
        Assert.Equal(line, NodeText.Clean(text));

    [Fact]
    public void A_long_text_is_cut_between_characters()
    {
        string line = NodeText.Clean(new string('a', 159) + "🦀🦀");
        Assert.Equal(new string('a', 159) + "…", line);
        Assert.Equal(new string('b', 160), NodeText.Clean(new string('b', 160)));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("5")]
    [InlineData("\"\"")]
    [InlineData("\" \"")]
    public void What_is_no_text_is_null(string json) => Assert.Null(NodeText.Read(Parsed.Json(json)));
}
