using System.Globalization;

namespace Alys.Monitor.Tests.Mutants;

/// <summary>What can be wrong in an expression.</summary>
internal static class Edits
{
    private static readonly double[] Factors = [0.5, 2];

    private static readonly Dictionary<string, string[]> OfOperators = new()
    {
        [">"] = ["<"],
        [">="] = ["<"],
        ["<"] = [">"],
        ["<="] = [">"],
        ["=="] = ["!="],
        ["!="] = ["=="],
    };

    private static readonly Dictionary<string, string[]> OfLimits = new()
    {
        [">"] = [">="],
        [">="] = [">"],
        ["<"] = ["<="],
        ["<="] = ["<"],
    };

    private static readonly Dictionary<string, string[]> OfArithmetic = new()
    {
        ["+"] = ["-"],
        ["-"] = ["+"],
        ["*"] = ["/"],
        ["/"] = ["*"],
    };

    private static readonly Dictionary<string, string[]> OfSets = new()
    {
        ["and"] = ["or", "unless"],
        ["or"] = ["and", "unless"],
        ["unless"] = ["and", "or"],
    };

    // Each by one that is easily taken for it, and that another series tells from it.
    private static readonly Dictionary<string, string[]> OfFunctions = new()
    {
        ["increase"] = ["delta"],
        ["rate"] = ["increase"],
        ["deriv"] = ["delta"],
        ["changes"] = ["resets"],
        ["resets"] = ["changes"],
        ["max_over_time"] = ["min_over_time"],
        ["min_over_time"] = ["max_over_time"],
        ["avg_over_time"] = ["max_over_time"],
        ["sum_over_time"] = ["count_over_time"],
        ["count_over_time"] = ["changes"],
        ["max"] = ["min"],
        ["min"] = ["max"],
        ["sum"] = ["max"],
        ["avg"] = ["max"],
        ["count"] = ["sum"],
        ["abs"] = ["ceil"],
        ["round"] = ["floor"],
        ["absent"] = ["count"],
    };

    public static IEnumerable<Edit> Of(IReadOnlyList<Token> tokens)
    {
        for (int i = 0; i < tokens.Count; i++)
        {
            foreach (Edit edit in At(tokens, i))
                yield return edit;
        }
    }

    private static IEnumerable<Edit> At(IReadOnlyList<Token> tokens, int i) => tokens[i] switch
    {
        { Within: '{', Kind: TokenKind.Text } =>
            [Without(tokens, i - 2, i, MutationKind.Matcher)],
        { Within: 'b', Kind: TokenKind.Name } =>
            [Without(tokens, i, i, MutationKind.Label)],
        { Kind: TokenKind.Duration } token => Factors.Select(factor =>
            Replace(token, MutationKind.Range, Times(token.Text, factor))),
        { Within: ' ', Kind: TokenKind.Number } token =>
            Moved(token.Text).Select(text => Replace(token, MutationKind.Number, text)),
        { Within: ' ' } token =>
        [
            .. Swapped(token, MutationKind.Comparator, OfOperators), .. Swapped(token, MutationKind.Limit, OfLimits),
            .. Swapped(token, MutationKind.Arithmetic, OfArithmetic),
            .. Swapped(token, MutationKind.SetOperator, OfSets), .. Swapped(token, MutationKind.Function, OfFunctions),
        ],
        _ => [],
    };

    private static IEnumerable<Edit> Swapped(Token token, MutationKind kind, Dictionary<string, string[]> others) =>
        others.TryGetValue(token.Text, out string[]? texts) ? texts.Select(text => Replace(token, kind, text)) : [];

    private static Edit Replace(Token token, MutationKind kind, string text) =>
        new(kind, token.Start, token.End, text);

    /// <summary>Some tokens of a list left out, with the comma before or else after them.</summary>
    private static Edit Without(IReadOnlyList<Token> tokens, int first, int last, MutationKind kind)
    {
        if (tokens[first - 1].Text == ",")
            first--;
        else if (tokens[last + 1].Text == ",")
            last++;
        return new Edit(kind, tokens[first].Start, tokens[last].End, "");
    }

    private static IEnumerable<string> Moved(string number)
    {
        double value = double.Parse(number, CultureInfo.InvariantCulture);
        double[] moved = double.IsInteger(value) && value <= 10 ? [value - 1, value + 1] : [value * 0.5, value * 2];
        return moved.Select(other => other.ToString("R", CultureInfo.InvariantCulture));
    }

    private static string Times(string duration, double factor)
    {
        double unit = duration[^1] switch
        {
            's' => 1,
            'm' => 60,
            'h' => 3600,
            'd' => 86400,
            _ => throw new FormatException($"{duration} is no duration of our rules"),
        };
        double seconds = double.Parse(duration[..^1], CultureInfo.InvariantCulture) * unit * factor;
        return double.IsInteger(seconds) ? $"{seconds:F0}s" : $"{seconds * 1000:F0}ms";
    }
}
