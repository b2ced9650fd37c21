using System.Buffers;

namespace Alys.PromQL.Regexes;

/// <summary>
/// Judges regular expressions as Go does, which Prometheus uses: whether one is valid, and whether it matches the empty
/// text. It never runs one.
/// </summary>
/// <remarks><b>Threads:</b> any. <b>Cost:</b> grows with the length of the pattern. <b>Source:</b>
/// https://github.com/google/re2/wiki/Syntax and the documentation of Go's regexp/syntax.</remarks>
public static class GoRegex
{
    private static readonly SearchValues<char> Signs = SearchValues.Create(@"\.+*?()|[]{}^$");

    /// <summary>What is wrong with a pattern, in a few words; null when nothing is.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="isThree">Whether Prometheus is 3.0 or newer, built with a Go that knows <c>(?&lt;name&gt;...)</c>.
    /// </param>
    public static string? FindError(string pattern, bool isThree)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        if (pattern.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && !IsUnicode(pattern)) return "it is no UTF-8";
        if (!pattern.AsSpan().ContainsAny(Signs)) return null;
        var reader = new GoRegexReader(pattern, isThree);
        _ = reader.Read();
        return reader.Error;
    }

    /// <summary>Whether a valid pattern matches the empty text; anchors hold there, word boundaries do not.</summary>
    internal static bool MatchesEmpty(string pattern) =>
        pattern.AsSpan().ContainsAny(Signs) ? new GoRegexReader(pattern, true).Read().IsNullable : pattern.Length == 0;

    private static bool IsUnicode(string pattern)
    {
        for (int at = 0; at < pattern.Length; at++)
        {
            if (!char.IsSurrogate(pattern[at])) continue;
            if (at + 1 == pattern.Length || !char.IsSurrogatePair(pattern[at], pattern[at + 1])) return false;
            at++;
        }

        return true;
    }
}
