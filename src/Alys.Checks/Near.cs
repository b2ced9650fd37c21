namespace Alys.Checks;

/// <summary>Names that may have been meant.</summary>
internal static class Near
{
    private const int MostNames = 3;

    /// <summary>A question that names the nearest ones; empty when none is near.</summary>
    public static string Sentence(string name, IEnumerable<string> names)
    {
        int most = Math.Max(2, name.Length / 3);
        string[] near =
        [
            .. names.Distinct().Select(other => (other, distance: Distance(name, other, most)))
                .Where(pair => pair.distance <= most)
                .OrderBy(pair => pair.distance).ThenBy(pair => pair.other, StringComparer.Ordinal)
                .Take(MostNames).Select(pair => pair.other),
        ];
        return near switch
        {
            [] => "",
            [var only] => $"Is {only} meant?",
            _ => $"Is one of these meant: {string.Join(", ", near)}?",
        };
    }

    // Levenshtein's distance, as far as it may matter.
    private static int Distance(string one, string other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most) return most + 1;
        int[] row = [.. Enumerable.Range(0, other.Length + 1)];
        for (int i = 1; i <= one.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.Length; j++)
            {
                int cost = one[i - 1] == other[j - 1] ? diagonal : diagonal + 1;
                diagonal = row[j];
                row[j] = Math.Min(cost, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
