namespace Alys.PromQL.Parsing;

/// <summary>What somebody may have meant.</summary>
internal static class Suggestions
{
    // Beyond two letters of difference another name is as likely.
    private const int MaxDistance = 2;
    private const int MaxLength = 40;

    /// <summary>The function whose name differs least from a word; null when all differ too much.</summary>
    public static string? Nearest(ReadOnlySpan<char> word, PromQLOptions options)
    {
        if (word.Length > MaxLength) return null;
        string? nearest = null;
        int best = MaxDistance + 1;
        foreach (PromQLFunction function in PromQLFunctions.All)
        {
            if (!function.IsIn(options.Version)) continue;
            int distance = Distance(word, function.Name);
            if (distance >= best) continue;
            (nearest, best) = (function.Name, distance);
        }

        return nearest;
    }

    // Levenshtein's, over two rows.
    private static int Distance(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        Span<int> before = stackalloc int[right.Length + 1];
        Span<int> row = stackalloc int[right.Length + 1];
        for (int i = 0; i <= right.Length; i++) before[i] = i;
        for (int i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int same = char.ToLowerInvariant(left[i - 1]) == right[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], before[j]) + 1, before[j - 1] + same);
            }

            row.CopyTo(before);
        }

        return before[right.Length];
    }
}
