using System.Text.RegularExpressions;
using Alys.Checks.Output;
using Alys.Checks.Sources;
using Alys.Checks.Tests.Fixtures;

namespace Alys.Checks.Tests.Cases;

/// <summary>The index of the checks names them all, and its comments work as it says.</summary>
public sealed partial class IndexTests
{
    private static readonly string Index = Repository.Text("docs/checks/README.md");

    [Fact]
    public void Every_check_has_its_line() => Assert.Equal(
        AllChecks.List.Select(check => check.Id),
        Entry().Matches(Index).Select(match => match.Groups["id"].Value).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_line_leads_to_the_page_of_its_check() => Assert.All(
        Entry().Matches(Index), match => Assert.Equal($"{match.Groups["id"].Value}.md", match.Groups["page"].Value));

    [Theory]
    [InlineData("yaml", "rules/a.yml", "groups:\n  - rules:\n", "")]
    [InlineData("json", "a.json", "{\"panels\": [{\"type\": \"timeseries\", \"targets\": [", "]}]}")]
    public void A_comment_of_the_index_switches_the_check_off(string kind, string path, string before, string after)
    {
        string block = Block($"\n```{kind}\n(?<text>.*?)```");
        if (kind == "yaml") block = "    " + block.Replace("\n", "\n    ", StringComparison.Ordinal);
        SourceFile file = new(path, before + block + after);
        Assert.Equal("", string.Concat(Given.Problems([file], "promql/raw-counter").Select(PlainOutput.Of)));
        SourceFile without = new(path, file.Text.Replace("check off", "no", StringComparison.Ordinal));
        Assert.NotEmpty(Given.Problems([without], "promql/raw-counter"));
    }

    [Fact]
    public void A_comment_in_a_runbook_switches_the_check_off()
    {
        string block = Block("````markdown\n(?<text>.*?)````");
        SourceFile config = new("p.yml", "global: {scrape_interval: 15s}\nscrape_configs: []\n");
        Assert.Empty(Given.Problems([config, new SourceFile("runbooks/A.md", block)], "promql/short-range"));
        SourceFile without = new("runbooks/A.md", block.Replace("check off", "no", StringComparison.Ordinal));
        Assert.NotEmpty(Given.Problems([config, without], "promql/short-range"));
    }

    private static string Block(string pattern) =>
        Regex.Match(Index, pattern, RegexOptions.Singleline).Groups["text"].Value;

    [GeneratedRegex(@"^\| \[(?<id>[a-z]+/[a-z-]+)\]\((?<page>[^)]+)\) \| \S", RegexOptions.Multiline)]
    private static partial Regex Entry();
}
