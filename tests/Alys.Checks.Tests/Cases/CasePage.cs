using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Alys.Checks.Catalogs;
using Alys.Checks.Live;
using Alys.Checks.Output;
using Alys.Checks.Reading;
using Alys.Checks.Sources;
using Alys.Checks.Tests.Fixtures;

namespace Alys.Checks.Tests.Cases;

/// <summary>
/// A page of <c>docs/checks</c>, which is the check's document and its test at once. Under "Finds" stand files and
/// what the check says of them, under "Leaves alone" files of which it says nothing. The first line of a block names
/// the file: <c>yaml rules/case.yml</c>. A block <c>text catalog</c> takes the place of the catalog;
/// <c>text metrics 10</c> is a metrics page that may have ten series.
/// </summary>
internal sealed partial record CasePage(string Path, string Text)
{
    private const string Expected = "text";
    private const string Catalog = "catalog";
    private const string Metrics = "metrics";

    /// <summary>Every page of the repository.</summary>
    public static IReadOnlyList<CasePage> All { get; } =
    [
        .. Directory.EnumerateFiles(
                System.IO.Path.Combine(Repository.Root, "docs", "checks"), "*.md", SearchOption.AllDirectories)
            .Where(path => System.IO.Path.GetFileName(path) != "README.md")
            .Order(StringComparer.Ordinal)
            .Select(path => new CasePage(path, File.ReadAllText(path))),
    ];

    /// <summary>The id of the check: <c>docs/checks/promql/syntax.md</c> is that of <c>promql/syntax</c>.</summary>
    public string Id => System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(Path))
        + "/" + System.IO.Path.GetFileNameWithoutExtension(Path);

    public string Finds => Section("Finds");

    public string LeavesAlone => Section("Leaves alone");

    /// <summary>What the page says that the check says.</summary>
    public string Said => Blocks(Finds).Single(block => block.Info == Expected).Content;

    /// <summary>What the check says of the files of a section.</summary>
    public static string SayOf(string section, ICheck check)
    {
        (string Info, string Content)[] blocks = [.. Blocks(section)];
        SourceFile[] files =
        [
            .. blocks.Where(block => block.Info.Contains('/', StringComparison.Ordinal))
                .Select(block => new SourceFile(block.Info.Split(' ')[1], block.Content)),
        ];
        string? catalog = blocks.FirstOrDefault(block => block.Info == $"text {Catalog}").Content;
        IReadOnlyList<CatalogMetric> own = catalog is null ? NodeCatalog.Read() : [.. CaseCatalog.Parse(catalog)];
        LiveMetrics[] live =
        [
            .. blocks.Where(block => block.Info.StartsWith($"{Expected} {Metrics} ", StringComparison.Ordinal))
                .Select(block => MetricsPage.Read(
                    new SourceFile("http://127.0.0.1:9002/metrics", block.Content),
                    int.Parse(block.Info.Split(' ')[2], CultureInfo.InvariantCulture))),
        ];
        return string.Concat(
            CheckRun.Find(SubjectReader.Read(files, own, ForeignMetrics.Read(), live), [check], files)
                .Select(PlainOutput.Of));
    }

    /// <summary>The page with what the check says now.</summary>
    public string WithSaid(string said)
    {
        int start = Text.IndexOf($"```{Expected}\n", StringComparison.Ordinal) + $"```{Expected}\n".Length;
        int end = Text.IndexOf("```", start, StringComparison.Ordinal);
        return new StringBuilder(Text).Remove(start, end - start).Insert(start, said).ToString();
    }

    private static IEnumerable<(string Info, string Content)> Blocks(string section) =>
        Block().Matches(section).Select(match => (match.Groups["info"].Value, match.Groups["content"].Value));

    private string Section(string name)
    {
        int start = Text.IndexOf($"\n## {name}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"{Path} has no section '## {name}'.");
        int end = Text.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return end < 0 ? Text[start..] : Text[start..end];
    }

    [GeneratedRegex("^```(?<info>[^\n]+)\n(?<content>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
