namespace Alys.PromQL;

/// <summary>The names that someone may have meant: functions here, and whatever has names in the projects above.
/// </summary>
/// <remarks><b>Threads:</b> any.</remarks>
public static class ClosestNames
{
    private const int Most = 3;

    /// <summary>At most three of these names, the nearest first: those that differ in few characters, or hold the text
    /// as a part. None when nothing is near.</summary>
    /// <remarks><b>Cost:</b> the product of the lengths, for each name that is not much longer or shorter.</remarks>
    public static IReadOnlyList<string> To(string text, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(names);
        IEnumerable<string> near =
            from name in names.Distinct()
            // A third of the characters may be wrong; with more, anything is like anything.
            let most = Math.Max(1, name.Length / 3)
            let holds = text.Length > 2 && name.Contains(text, StringComparison.OrdinalIgnoreCase)
            where holds || Math.Abs(text.Length - name.Length) <= most
            let distance = Distance(text, name)
            where holds || distance <= most
            orderby holds descending, distance, name
            select name;
        return [.. near.Take(Most)];
    }

    /// <summary>How many characters must be added, left out, changed, or swapped with the next. Source: the optimal
    /// string alignment of Damerau 1964 and Levenshtein 1966.</summary>
    private static int Distance(string from, string to)
    {
        int[,] steps = new int[from.Length + 1, to.Length + 1];
        for (int i = 0; i <= from.Length; i++)
        {
            for (int j = 0; j <= to.Length; j++)
            {
                steps[i, j] = i == 0 || j == 0
                    ? i + j
                    : Math.Min(
                        steps[i - 1, j - 1] + (Same(from[i - 1], to[j - 1]) ? 0 : 1),
                        Math.Min(steps[i - 1, j], steps[i, j - 1]) + 1);
                if (i > 1 && j > 1 && Same(from[i - 1], to[j - 2]) && Same(from[i - 2], to[j - 1]))
                    steps[i, j] = Math.Min(steps[i, j], steps[i - 2, j - 2] + 1);
            }
        }

        return steps[from.Length, to.Length];
    }

    private static bool Same(char one, char other) => char.ToLowerInvariant(one) == char.ToLowerInvariant(other);
}
