using System.Text.RegularExpressions;

namespace Alys.Checks.Alerts;

/// <summary>Where links into a page of Markdown may lead.</summary>
/// <remarks><b>Source:</b> GitHub's "Basic writing and formatting syntax", section links.</remarks>
internal static partial class Headings
{
    /// <summary>The anchors of all headings, and those that the page sets itself.</summary>
    public static IReadOnlyCollection<string> Of(string markdown)
    {
        HashSet<string> anchors = [.. Named().Matches(markdown).Select(match => match.Groups["name"].Value)];
        bool isCode = false;
        foreach (string line in markdown.Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal)) isCode = !isCode;
            else if (!isCode && Heading().Match(line) is { Success: true } heading) Add(heading.Groups["text"].Value);
        }

        return anchors;

        void Add(string heading)
        {
            string anchor = string.Concat(heading.Where(one => char.IsLetterOrDigit(one) || one is ' ' or '-' or '_'))
                .ToLowerInvariant().Replace(' ', '-');
            // The second of the same words is told from the first by a number.
            for (int i = 1; !anchors.Add(i == 1 ? anchor : $"{anchor}-{i - 1}"); i++)
            {
            }
        }
    }

    [GeneratedRegex("""^ {0,3}#{1,6}[ \t]+(?<text>.*?)[ \t#\r]*$""")]
    private static partial Regex Heading();

    [GeneratedRegex("""<a\s+(?:id|name)="(?<name>[^"]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Named();
}
