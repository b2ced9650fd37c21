using System.Text.RegularExpressions;

namespace Alys.Monitor.Tests.Runbooks;

/// <summary>One page of <c>docs/runbooks</c>.</summary>
/// <param name="Name">The name of its file, which is that of the alert.</param>
/// <param name="Text">What stands in it.</param>
internal sealed partial record Runbook(string Name, string Text)
{
    /// <summary>Its headings, marks included, in their order.</summary>
    public IReadOnlyList<string> Headings => [.. Heading().Matches(WithoutBlocks).Select(match => match.Value)];

    /// <summary>Its queries, in their order.</summary>
    public IReadOnlyList<string> Queries =>
        [.. Block().Matches(Text).Where(IsQuery).Select(match => match.Groups["text"].Value)];

    /// <summary>The first paragraph below the title, on one line.</summary>
    public string Meaning => Text.Split("\n\n")[1].ReplaceLineEndings(" ");

    private string WithoutBlocks => Block().Replace(Text, "");

    /// <summary>What stands below a heading, up to the next one.</summary>
    public string Section(string heading)
    {
        int start = Text.IndexOf($"\n{heading}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"{Name} has no {heading}");
        int end = Text.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return end < 0 ? Text[start..] : Text[start..end];
    }

    private static bool IsQuery(Match block) => block.Groups["language"].Value == "promql";

    [GeneratedRegex("^#+ .+$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^ *```(?<language>\w*)\n(?<text>.*?)^ *```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
