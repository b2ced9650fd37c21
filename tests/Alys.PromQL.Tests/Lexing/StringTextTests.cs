using System.Text;
using Alys.PromQL.Lexing;

namespace Alys.PromQL.Tests.Lexing;

public sealed class StringTextTests
{
    [Theory]
    [InlineData("\"plain\"", "plain")]
    [InlineData("'it\\'s'", "it's")]
    [InlineData("`a\\n\n`", "a\\n\n")]
    [InlineData("\"\\a\\b\\f\\n\\r\\t\\v\\\\\"", "\a\b\f\n\r\t\v\\")]
    [InlineData("\"\\x41\\101\\u00e9\\U0001F600\"", "AAé😀")]
    [InlineData("\"\\xc3\\xa9\"", "é")]
    [InlineData("\"😀\\n\"", "😀\n")]
    public void Escapes_are_resolved_and_bytes_are_put_together(string quoted, string value) =>
        Assert.Equal(value, StringText.Unquote(quoted));

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_kept_and_written_again()
    {
        const string value = "\uDCFFa😀\uDCC3";
        Assert.Equal(value, StringText.Unquote("\"\\xffa😀\\xc3\""));
        StringBuilder text = new();
        StringText.Quote(text, value);
        Assert.Equal("\"\\xffa😀\\xc3\"", text.ToString());
    }

    [Fact]
    public void A_byte_before_a_longer_escape_is_written_as_a_byte()
    {
        StringBuilder text = new();
        StringText.Quote(text, "\uDCFF\f\f");
        Assert.Equal("\"\\xff\\x0c\\x0c\"", text.ToString());
    }

    [Theory]
    [InlineData("a\"b\\c", "\"a\\\"b\\\\c\"")]
    [InlineData("\n\r\t\u0001\u007f", "\"\\n\\r\\t\\x01\\x7f\"")]
    [InlineData("é😀\uFFFD", "\"é😀\\ufffd\"")]
    public void A_value_is_written_so_that_it_is_read_again(string value, string quoted)
    {
        StringBuilder text = new("x");
        StringText.Quote(text, value);
        Assert.Equal("x" + quoted, text.ToString());
        Assert.Equal(value, StringText.Unquote(quoted));
    }
}
