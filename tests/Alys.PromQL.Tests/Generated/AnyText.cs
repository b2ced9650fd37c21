using CsCheck;

namespace Alys.PromQL.Tests.Generated;

/// <summary>Texts that are nearly PromQL: expressions with something taken out, put in, repeated or moved.</summary>
internal static class AnyText
{
    private static readonly string[] Pieces =
    [
        "(", ")", "{", "}", "[", "]", ",", ":", "=", "==", "=~", "!~", "!=", "!", "~", "+", "-", "*", "/", "%", "^",
        "@", "#", "\"", "'", "`", "\\", "\n", " ", "$", "\0", "é", "\uFFFD", "😀", "\uD800", ".", "..", "_", "0", "0x",
        "1e",
        "5m", "5",
        "1h1h", "5mm", "1_000", "inf", "nan", "by", "without", "on", "ignoring", "group_left", "group_right", "bool",
        "offset", "and", "or", "unless", "atan2", "start", "end", "start()", "@ end()", "sum", "topk", "count_values",
        "rate", "rate(", "up", "up[5m]", "[5m]", "[5m:]", "[5m:1m]", "{}", "{a=\"b\"}", "()", "1", "\"a\"", "offset 5m",
        "by (job)", "on (job)", "bool ", "foo", "a:b", "99999999999999999999y", "0s", "__name__", "{__name__=\"x\"}",
        "holt_winters", "limitk", "step()", "${x}", "$__rate_interval", "[[y]]", "<", ">", "x{2}{3}", "(?P<", "\\u12",
    ];

    private static readonly Gen<Func<string, string>> Change = Gen.Select(
        Gen.Int[0, 5], Gen.Double.Unit, Gen.Int[1, 8], Gen.OneOf(Pieces),
        (kind, where, count, piece) => new Func<string, string>(text => Changed(text, kind, where, count, piece)));

    /// <summary>A changed expression.</summary>
    public static Gen<string> Mutated { get; } = Gen.Select(
        AnyExpression.Any, Change.Array[1, 3],
        (text, changes) => changes.Aggregate(text, (changed, change) => change(changed)));

    /// <summary>Pieces in any order.</summary>
    public static Gen<string> Jumbled { get; } =
        Gen.OneOf(Pieces).Array[0, 12].Select(string.Concat);

    /// <summary>Any of them, and valid ones.</summary>
    public static Gen<string> Any { get; } = Gen.Frequency((2, AnyExpression.Any), (5, Mutated), (2, Jumbled));

    private static string Changed(string text, int kind, double where, int count, string piece)
    {
        int at = Math.Min(text.Length, (int)(where * (text.Length + 1)));
        int length = Math.Min(count, text.Length - at);
        return kind switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, piece),
            2 => text.Remove(at, length).Insert(at, piece),
            3 => text.Insert(at, text.Substring(at, length)),
            4 => text[..at],
            _ => string.Concat(text.AsSpan(at), text.AsSpan(0, at)),
        };
    }
}
