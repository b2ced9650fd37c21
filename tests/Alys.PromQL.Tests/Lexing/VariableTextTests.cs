using Alys.PromQL.Lexing;

namespace Alys.PromQL.Tests.Lexing;

public sealed class VariableTextTests
{
    [Theory]
    [InlineData("$job", "job")]
    [InlineData("$__rate_interval", "__rate_interval")]
    [InlineData("${job}", "job")]
    [InlineData("${job:regex}", "job")]
    [InlineData("${__data.fields.alertname}", "__data")]
    [InlineData("[[job]]", "job")]
    [InlineData("[[job:csv]]", "job")]
    public void Every_form_is_a_variable(string text, string name)
    {
        Assert.Equal(text.Length, VariableText.Length(text, 0));
        Assert.Equal(name, VariableText.Name(text));
        Assert.True(VariableText.IsIn("a" + text + "b"));
    }

    [Theory]
    [InlineData("$")]
    [InlineData("$1")]
    [InlineData("${}")]
    [InlineData("${a")]
    [InlineData("${a b}")]
    [InlineData("[a]")]
    [InlineData("[[a]")]
    [InlineData("")]
    public void Nothing_else_is(string text) => Assert.False(VariableText.IsIn(text));

    [Fact]
    public void A_part_of_a_text_has_no_name() => Assert.Null(VariableText.Name("$a$b"));
}
