using System.Buffers;

namespace Alys.PromQL.Regexes;

/// <summary>Patterns that need no regular expression: words with bars between, and a beginning with <c>.*</c>. Nearly
/// all are such, and to make the first regular expression of a process costs more than to read a file of rules.
/// </summary>
internal static class PlainPattern
{
    private const string Rest = ".*";

    private static readonly SearchValues<char> Special = SearchValues.Create(@"\.+*?()[]{}^$");

    /// <summary>Whether all of a value fits; null for a pattern of another kind.</summary>
    public static bool? TryMatch(string pattern, string value)
    {
        if (!pattern.AsSpan().ContainsAny(Special)) return pattern.Split('|').Contains(value);
        if (!pattern.EndsWith(Rest, StringComparison.Ordinal)) return null;
        ReadOnlySpan<char> begin = pattern.AsSpan()[..^Rest.Length];
        if (begin.ContainsAny(Special) || begin.Contains('|')) return null;
        // The dot fits no line feed.
        return value.AsSpan().StartsWith(begin, StringComparison.Ordinal)
            && !value.AsSpan(begin.Length).Contains('\n');
    }
}
