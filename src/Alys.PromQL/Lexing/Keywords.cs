using System.Collections.Frozen;

namespace Alys.PromQL.Lexing;

/// <summary>The words with a meaning; upper and lower case are the same.</summary>
internal static class Keywords
{
    private static readonly FrozenDictionary<string, TokenKind>.AlternateLookup<ReadOnlySpan<char>> Two =
        Lookup(OfTwo());

    private static readonly FrozenDictionary<string, TokenKind>.AlternateLookup<ReadOnlySpan<char>> Three =
        Lookup([
            .. OfTwo(),
            ("limitk", TokenKind.Aggregation), ("limit_ratio", TokenKind.Aggregation),
            ("step", TokenKind.Step), ("range", TokenKind.Range),
            ("anchored", TokenKind.Anchored), ("smoothed", TokenKind.Smoothed),
            ("fill", TokenKind.Fill), ("fill_left", TokenKind.FillLeft), ("fill_right", TokenKind.FillRight),
        ]);

    /// <summary>What a word is, or <see cref="TokenKind.Identifier"/>.</summary>
    public static TokenKind Find(ReadOnlySpan<char> word, bool isThree) =>
        (isThree ? Three : Two).TryGetValue(word, out TokenKind kind) ? kind : TokenKind.Identifier;

    private static FrozenDictionary<string, TokenKind>.AlternateLookup<ReadOnlySpan<char>> Lookup(
        IEnumerable<(string Word, TokenKind Kind)> words) =>
        words.ToFrozenDictionary(word => word.Word, word => word.Kind, StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private static IEnumerable<(string Word, TokenKind Kind)> OfTwo() =>
    [
        ("and", TokenKind.And), ("or", TokenKind.Or), ("unless", TokenKind.Unless), ("atan2", TokenKind.Atan2),
        .. Aggregations().Select(word => (word, TokenKind.Aggregation)),
        ("by", TokenKind.By), ("without", TokenKind.Without), ("on", TokenKind.On), ("ignoring", TokenKind.Ignoring),
        ("group_left", TokenKind.GroupLeft), ("group_right", TokenKind.GroupRight), ("bool", TokenKind.Bool),
        ("offset", TokenKind.Offset), ("start", TokenKind.Start), ("end", TokenKind.End),
        ("inf", TokenKind.Number), ("nan", TokenKind.Number),
    ];

    private static IEnumerable<string> Aggregations() =>
    [
        "sum", "avg", "count", "min", "max", "group", "stddev", "stdvar", "topk", "bottomk", "count_values",
        "quantile",
    ];
}
