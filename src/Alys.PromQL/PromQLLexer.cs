using Alys.PromQL.Lexing;

namespace Alys.PromQL;

/// <summary>Cuts PromQL into tokens, comments included, for whoever needs more than the tree.</summary>
public static class PromQLLexer
{
    /// <summary>The tokens of a text up to its end, or up to what is no token.</summary>
    /// <param name="text">Any text. It never throws for what is in it.</param>
    /// <param name="options">Which PromQL; Prometheus 2.42 without variables if null.</param>
    /// <returns>The tokens, spaces left out. The last one is of kind <see cref="TokenKind.EndOfInput"/> or
    /// <see cref="TokenKind.Error"/>.</returns>
    /// <remarks><b>Threads:</b> any.</remarks>
    public static IReadOnlyList<Token> Tokenize(string text, PromQLOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var scanner = new Scanner(text, options ?? PromQLOptions.Prometheus2, []);
        List<Token> tokens = [];
        do
            tokens.Add(scanner.Next());
        while (tokens[^1].Kind is not (TokenKind.EndOfInput or TokenKind.Error));
        return tokens;
    }
}
