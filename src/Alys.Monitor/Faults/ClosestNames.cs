namespace Alys.Monitor.Faults;

/// <summary>The names that someone may have meant.</summary>
internal static class ClosestNames
{
    private const int Most = 3;

    /// <summary>At most three of these names, the nearest first: those that differ in few characters, or hold the text
    /// as a part. None when nothing is near.</summary>
    public static IReadOnlyList<string> To(string text, IEnumerable<string> names)
    {
        IEnumerable<string> near =
            from name in names
            let distance = Distance(text, name)
            let holds = text.Length > 2 && name.Contains(text, StringComparison.OrdinalIgnoreCase)
            // A third of the characters may be wrong; with more, anything is like anything.
            where holds || distance <= Math.Max(1, name.Length / 3)
            orderby holds descending, distance, name
            select name;
        return [.. near.Take(Most)];
    }

    /// <summary>How many characters must be added, left out or changed. Source: Levenshtein 1966, in two
    /// rows.</summary>
    private static int Distance(string from, string to)
    {
        int[] above = [.. Enumerable.Range(0, to.Length + 1)];
        for (int i = 1; i <= from.Length; i++)
        {
            int[] row = new int[to.Length + 1];
            row[0] = i;
            for (int j = 1; j <= to.Length; j++)
            {
                int change = char.ToLowerInvariant(from[i - 1]) == char.ToLowerInvariant(to[j - 1]) ? 0 : 1;
                row[j] = Math.Min(above[j - 1] + change, Math.Min(above[j], row[j - 1]) + 1);
            }

            above = row;
        }

        return above[to.Length];
    }
}
