using System.Text.RegularExpressions;

namespace Alys.Monitor.Tests.Mutants;

/// <summary>Takes an expression of our own rules apart, as far as mutants need it. It checks nothing: promtool
/// does.</summary>
internal static partial class Tokens
{
    private static readonly string[] BeforeLabels = ["by", "without", "on", "ignoring", "group_left", "group_right"];

    public static IReadOnlyList<Token> Of(string expression)
    {
        List<Token> tokens = [];
        Stack<char> within = new();
        foreach (Match match in Piece().Matches(expression))
        {
            if (match.Groups["skip"].Success)
                continue;
            if (match.Value is ")" or "]" or "}")
                within.Pop();
            tokens.Add(new Token(KindOf(match), match.Value, match.Index, within.TryPeek(out char c) ? c : ' '));
            if (match.Value is "[" or "{")
                within.Push(match.Value[0]);
            if (match.Value == "(")
                within.Push(tokens.Count > 1 && BeforeLabels.Contains(tokens[^2].Text) ? 'b' : ' ');
        }

        return tokens;
    }

    /// <summary>The names of metrics and records among them, functions and keywords as well.</summary>
    public static IEnumerable<string> Names(string expression) => Of(expression)
        .Where(token => token.Kind == TokenKind.Name && token.Within == ' ').Select(token => token.Text);

    private static TokenKind KindOf(Match match) =>
        Enum.GetValues<TokenKind>().First(kind => match.Groups[$"{kind}"].Success);

    [GeneratedRegex(
        """
        (?<skip>\s+|\#[^\n]*)
        |(?<Text>"(?:\\.|[^"\\])*")
        |(?<Duration>(?:[0-9]+(?:ms|[smhdwy]))+)
        |(?<Number>[0-9]+(?:\.[0-9]+)?)
        |(?<Name>[a-zA-Z_][\w:]*)
        |(?<Operator>[=!]~|[=!<>]=|[-+*/%^<>=])
        |(?<Mark>.)
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Piece();
}
