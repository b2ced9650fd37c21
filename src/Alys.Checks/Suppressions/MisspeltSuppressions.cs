using System.Text.RegularExpressions;
using Alys.Checks.Sources;
using Alys.PromQL;

namespace Alys.Checks.Suppressions;

/// <summary>Finds comments that were to switch a check off and do not, such as <c># Check-off promql/raw-counter</c>:
/// whoever wrote it wonders why the check still speaks.</summary>
internal static partial class MisspeltSuppressions
{
    /// <summary>A problem for each.</summary>
    public static IEnumerable<Problem> Find(SourceFile file)
    {
        HashSet<int> right = [.. SuppressionReader.Read(file).Select(comment => comment.Where.Span.Start)];
        return from match in Comment().Matches(file.Text)
               where !right.Contains(match.Index)
               let check = Named(match.Groups["rest"].Value)
               where check is not null
               select new Problem(
                   CheckRun.Comment, file.At(new SourceSpan(match.Index, match.Length)),
                   "this switches no check off, since it is not written as it must be",
                   $"Write it as: check off {check}: and the reason.");
    }

    // Prose may speak of checking something off; one that means a check names it, if only by a part of its id.
    private static string? Named(string rest) => AllChecks.List.Select(check => check.Id).FirstOrDefault(id =>
        Words().Matches(rest).Any(word => IsOf(word.Value, id)));

    private static bool IsOf(string word, string id) =>
        word.Equals(id, StringComparison.OrdinalIgnoreCase)
        || word.Contains('-', StringComparison.Ordinal)
            && id.EndsWith("/" + word, StringComparison.OrdinalIgnoreCase);

    // In a text of JSON a line end is written as \n, and a quote ends the text.
    [GeneratedRegex("""(?:#|<!--)[ \t]*checks?[ \t_-]*off\b(?<rest>(?:(?!-->|\\n)[^\n"])*)""", RegexOptions.IgnoreCase)]
    private static partial Regex Comment();

    [GeneratedRegex("[a-z]+(?:[/-][a-z]+)*", RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
