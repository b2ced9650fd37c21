using Alys.PromQL.Lexing;

namespace Alys.PromQL.Tests;

public sealed class PromQLLexerTests
{
    [Fact]
    public void Every_token_and_comment_comes_with_its_place()
    {
        const string text = "sum by (le) # why\n (up{a=~'b'}[5m:1m]) >= 1e3";
        IReadOnlyList<Token> tokens = PromQLLexer.Tokenize(text);
        Assert.Equal(
            [
                "sum", "by", "(", "le", ")", "# why", "(", "up", "{", "a", "=~", "'b'", "}", "[", "5m", ":", "1m", "]",
                ")", ">=", "1e3", "",
            ],
            tokens.Select(token => token.Span.Of(text)));
        Assert.Equal(TokenKind.Comment, tokens[5].Kind);
        Assert.Equal(TokenKind.EndOfInput, tokens[^1].Kind);
    }

    [Theory]
    [InlineData("SUM", TokenKind.Aggregation)]
    [InlineData("Group_Left", TokenKind.GroupLeft)]
    [InlineData("summ", TokenKind.Identifier)]
    [InlineData("a:b", TokenKind.MetricIdentifier)]
    [InlineData("iNf", TokenKind.Number)]
    [InlineData("info", TokenKind.Identifier)]
    [InlineData("limitk", TokenKind.Identifier)]
    [InlineData("1h30m", TokenKind.Duration)]
    public void Words_are_told_apart(string text, TokenKind kind) =>
        Assert.Equal(kind, PromQLLexer.Tokenize(text)[0].Kind);

    [Fact]
    public void In_braces_every_word_is_a_label() => Assert.All(
        PromQLLexer.Tokenize("{sum,by,inf,1}").Where(token => token.Span.Length > 1),
        token => Assert.Equal(TokenKind.Identifier, token.Kind));

    [Fact]
    public void What_is_no_token_is_the_last_one()
    {
        IReadOnlyList<Token> tokens = PromQLLexer.Tokenize("a ; b");
        Assert.Equal(new Token(TokenKind.Error, new SourceSpan(2, 1)), tokens[^1]);
        Assert.Equal(2, tokens.Count);
    }
}
