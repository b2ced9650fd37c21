namespace Alys.PromQL.Tests.Promtool;

/// <summary>Compares the parser's judgement with promtool's.</summary>
internal static class Agreement
{
    private static readonly Lazy<HashSet<string>> Differences = new(() =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "differences.txt"))
            .Where(line => line.Length > 0 && !line.StartsWith('#')),
    ]);

    /// <summary>Fails with the expressions of which they think differently and that are not listed.</summary>
    public static async Task AssertAsync(IReadOnlyList<string> expressions)
    {
        // An empty expression is refused before it is parsed, and what is no Unicode cannot be written into the file.
        string[] asked =
        [
            .. expressions.Where(text => text.Trim().Length > 0 && IsUnicode(text)).Distinct(StringComparer.Ordinal),
        ];
        string?[] verdicts = await Promtool.JudgeAsync(asked);
        List<string> found = [];
        for (int i = 0; i < asked.Length; i++)
        {
            ParseResult ours = PromQLParser.Parse(asked[i]);
            if (ours.IsValid == verdicts[i] is null || Differences.Value.Contains(asked[i])) continue;
            found.Add(ours.IsValid
                ? $"{asked[i]}\n    promtool: {verdicts[i]}"
                : $"{asked[i]}\n    we: {ours.Diagnostics[0].Message} at {ours.Diagnostics[0].Span}");
        }

        Assert.True(
            found.Count == 0, $"{found.Count} of {asked.Length} differ:\n" + string.Join('\n', found.Take(40)));
    }

    private static bool IsUnicode(string text)
    {
        for (int at = 0; at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at])) continue;
            if (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[at + 1])) return false;
            at++;
        }

        return true;
    }
}
