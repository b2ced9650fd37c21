using System.Text.RegularExpressions;
using Alys.Checks.Sources;
using Alys.PromQL;

namespace Alys.Checks.Suppressions;

/// <summary>Finds the comments that switch checks off: after <c>#</c> in YAML and PromQL, in <c>&lt;!-- --&gt;</c> in
/// Markdown.</summary>
internal static partial class SuppressionReader
{
    private const string Id = "[a-z]+/[a-z-]+";

    /// <summary>One for each check that a comment names.</summary>
    public static IEnumerable<Suppression> Read(SourceFile file)
    {
        foreach (Match match in Comment().Matches(file.Text))
        {
            Location where = file.At(new SourceSpan(match.Index, match.Length));
            foreach (Capture check in match.Groups["check"].Captures)
            {
                yield return new Suppression(
                    check.Value, match.Groups["reason"].Value.Trim(), where, EndOfComments(file, where.Line));
            }
        }
    }

    // Past the lines of comment below it, and the blanks and the dash before what comes then.
    private static int EndOfComments(SourceFile file, int line)
    {
        int position = file.StartOf(line);
        while (position < file.Text.Length)
        {
            string text = file.Line(line).TrimStart();
            if (text.Length > 0 && text[0] != '#' && !text.StartsWith("<!--", StringComparison.Ordinal)) break;
            int next = file.StartOf(++line);
            if (next <= position) return file.Text.Length;
            position = next;
        }

        while (position < file.Text.Length && file.Text[position] is ' ' or '-') position++;
        return position;
    }

    // In a text of JSON a line end is written as \n, and a quote ends the text.
    [GeneratedRegex($"(?:#|<!--) *check off (?<check>{Id})(?: *, *(?<check>{Id}))*"
        + """(?::(?<reason>(?:(?!-->|\\n)[^\n"])*))?""")]
    private static partial Regex Comment();
}
